import type { Issue, StoredEvent } from './dataset.ts';
import { fullBody, simpleBody } from './event-body.ts';

interface Kept {
  /** Whose event it was then: an unmerge gives an event another issue. */
  readonly issue: Issue;
  readonly text: string;
}

/** About 20 MB of full events. */
const MAX_KEPT = 2_000;
const full = new Map<StoredEvent, Kept>();
const simple = new Map<StoredEvent, Kept>();

/** An event's body as JSON text, kept for a while: an event never changes once it is stored. */
export function eventJson(event: StoredEvent, isFull: boolean): string {
  const kept = isFull ? full : simple;
  const known = kept.get(event);
  if (known?.issue === event.issue) {
    return known.text;
  }
  const text = JSON.stringify(isFull ? fullBody(event) : simpleBody(event));
  const [oldest] = kept.keys();
  if (kept.size >= MAX_KEPT && oldest !== undefined) {
    kept.delete(oldest);
  }
  kept.set(event, { issue: event.issue, text });
  return text;
}
