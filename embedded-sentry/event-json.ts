import type { Bodies } from './bodies.ts';
import type { Issue, StoredEvent } from './dataset.ts';

interface Kept {
  /** Its issue at that time, because an unmerge changes it. */
  readonly issue: Issue;
  readonly text: string;
}

/** About 20 MB of full events. */
const MAX_KEPT = 2_000;
type Texts = Map<StoredEvent, Kept>;
const texts = new WeakMap<Bodies, { readonly full: Texts; readonly simple: Texts }>();

/** An event's body as JSON text, cached because stored events never change. */
export function eventJson(event: StoredEvent, isFull: boolean, bodies: Bodies): string {
  const both = texts.get(bodies) ?? { full: new Map(), simple: new Map() };
  texts.set(bodies, both);
  const kept = isFull ? both.full : both.simple;
  const known = kept.get(event);
  if (known?.issue === event.issue) {
    return known.text;
  }
  const text = JSON.stringify(isFull ? bodies.fullEvent(event) : bodies.simpleEvent(event));
  const [oldest] = kept.keys();
  if (kept.size >= MAX_KEPT && oldest !== undefined) {
    kept.delete(oldest);
  }
  kept.set(event, { issue: event.issue, text });
  return text;
}
