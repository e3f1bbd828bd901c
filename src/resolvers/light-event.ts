import type { Selection } from '../selection.ts';
import { LIGHT_EVENT, type LightSelection } from '../sentry/light-events.ts';

/** Whether a selection on `Event` has a field that only full events have. */
export function exceedsLightEvent(selection: Selection): boolean {
  let answer = answers.get(selection);
  if (answer === undefined) {
    answer = exceeds(LIGHT_EVENT, selection);
    answers.set(selection, answer);
  }
  return answer;
}

/** Cached, because every row of a page has the same selection. */
const answers = new WeakMap<Selection, boolean>();

function exceeds(light: LightSelection, selection: Selection): boolean {
  return selection.names.some((field) => {
    const part = light[field];
    return part === undefined || (part !== true && exceeds(part, selection.at(field)));
  });
}
