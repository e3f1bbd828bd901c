import type { AnyEndpoint } from './endpoint.ts';
import { isFullEvent } from './events.ts';
import { asObject, asObjects, type Json } from './json.ts';
import type { EventDetail, Middleware } from './request.ts';

/** What `full` has to be for light events in a hash list: `0`, on some servers of 2025 nothing. */
type LightForm = '0' | '';

/**
 * Asks for full or light events in the words of one server, which its answers show: servers of the
 * last years treat `full=0` in three ways. What was learned wrongly, or is no longer true after the
 * server's next release, the next answer corrects.
 */
export function createEventDetail(): Middleware {
  let lightForm: LightForm = '0';
  const failed = new Set<LightForm>();

  function learn(asked: LightForm, body: Json): void {
    const event = (asObjects(body) ?? [])
      .map((row) => asObject(row['latestEvent']))
      .find((found) => found !== null);
    if (!event) {
      return;
    }
    if (!isFullEvent(event)) {
      failed.clear();
      return;
    }
    failed.add(asked);
    // Where neither gives light events (until 2024) it is today's form, for the next release.
    lightForm = failed.has('0') && !failed.has('') ? '' : '0';
  }

  return (send) => async (request) => {
    const { endpoint, events, query } = request;
    if (events === undefined) {
      return send(request);
    }
    const asked = lightForm;
    const full = fullOf(endpoint, events, asked);
    const answer = await send(
      full === undefined ? request : { ...request, query: { full, ...query } },
    );
    if (events === 'light' && endpoint.events === 'latestEventOfRows') {
      learn(asked, answer.body);
    }
    return answer;
  };
}

/** Event lists give light events unless asked, an event's own page full ones in any case. */
function fullOf({ events: place }: AnyEndpoint, events: EventDetail, lightForm: LightForm) {
  if (place === 'body') {
    return undefined;
  }
  return events === 'full' ? '1' : place === 'rows' ? undefined : lightForm;
}
