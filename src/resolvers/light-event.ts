import type { Selection } from '../selection.ts';
import { LIGHT_EVENT, type LightSelection } from '../sentry/light-events.ts';

/** Whether a selection on `Event`, or on a part of it, has a field that only full events have. */
export function exceedsLightEvent(
  selection: Selection,
  light: LightSelection = LIGHT_EVENT,
): boolean {
  return selection.names.some((field) => {
    const part = light[field];
    return part === undefined || (part !== true && exceedsLightEvent(selection.at(field), part));
  });
}
