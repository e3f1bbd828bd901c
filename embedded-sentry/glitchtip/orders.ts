import type { Issue, StoredEvent } from '../dataset.ts';
import type { Order } from './cursor-pages.ts';
import { receivedAt } from './event-body.ts';
import { toPythonTime } from './json.ts';

const number = {
  print: String,
  parse: (text: string) => (/^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : null),
};

export const time = {
  print: (key: number | string) => toPythonTime(Number(key)),
  parse(text: string) {
    const timeMs = Date.parse(text.replace(' ', 'T'));
    return Number.isNaN(timeMs) ? null : timeMs;
  },
};

export const byName = {
  keyOf: (item: { readonly name: string }) => item.name,
  print: String,
  parse: (text: string) => text,
};

export const byReceipt: Order<StoredEvent> = { ...time, keyOf: receivedAt, isDescending: true };

export const lastSeen = ({ events }: Issue) => (events[0] ? receivedAt(events[0]) : 0);
export const firstSeen = ({ events }: Issue) => {
  const oldest = events.at(-1);
  return oldest ? receivedAt(oldest) : 0;
};
const count = ({ events }: Issue) => events.length;
const priority = (issue: Issue) =>
  Math.log10(Math.max(1, count(issue))) + lastSeen(issue) / 1_000 / 300_000;

const ISSUE_ORDERS = {
  last_seen: { ...time, keyOf: lastSeen },
  first_seen: { ...time, keyOf: firstSeen },
  count: { ...number, keyOf: count },
  priority: { ...number, keyOf: priority },
};

export const ISSUE_SORTS = [
  'last_seen',
  'first_seen',
  'count',
  'priority',
  '-last_seen',
  '-first_seen',
  '-count',
  '-priority',
] as const;

export function issueOrder(sort: (typeof ISSUE_SORTS)[number]): Order<Issue> {
  const name = sort.replace('-', '') as keyof typeof ISSUE_ORDERS;
  return { ...ISSUE_ORDERS[name], isDescending: sort.startsWith('-') };
}
