import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createForbiddenIssuesMemory,
  listIssueOutcomes,
} from '../../src/loaders/forbidden-issues.ts';
import type { SentryApi } from '../../src/sentry/api.ts';
import { SentryError } from '../../src/sentry/errors.ts';
import type { JsonObject } from '../../src/sentry/json.ts';

/** A Sentry that has the even IDs, and refuses a list with a forbidden one. */
function startSentry(forbidden: ReadonlySet<string>) {
  let requests = 0;
  const listIssuesById: SentryApi['listIssuesById'] = async ({ ids }) => {
    requests += 1;
    if (ids.some((id) => forbidden.has(id))) {
      throw new SentryError('forbidden', 'You may not.');
    }
    const known = ids.filter((id) => id !== '0' && Number(id) % 2 === 0);
    return known.map((id): JsonObject => ({ id }));
  };
  return {
    api: { listIssuesById } as Partial<SentryApi> as SentryApi,
    requests: () => requests,
  };
}

test('whatever IDs are forbidden, all others are found and no forbidden one is requested again', () =>
  fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.integer({ min: 1, max: 10_000 }), { minLength: 2, maxLength: 100 }),
      fc.array(fc.nat({ max: 99 }), { maxLength: 5 }),
      async (numbers, places) => {
        const ids = numbers.map(String);
        const forbidden = new Set(places.flatMap((place) => ids[place] ?? []));
        const sentry = startSentry(forbidden);
        const memory = createForbiddenIssuesMemory().of('token');
        const ask = () => listIssueOutcomes(sentry.api, memory, 'acme', ids);

        const outcomes = await ask();
        for (const id of ids) {
          const outcome = outcomes.get(id);
          if (forbidden.has(id)) {
            expect(outcome).toMatchObject({ kind: 'forbidden', message: 'You may not.' });
          } else {
            expect(outcome).toEqual(Number(id) % 2 === 0 ? { id } : undefined);
          }
        }
        const most = 2 + 2 * forbidden.size * Math.ceil(Math.log2(ids.length));
        expect(sentry.requests()).toBeLessThanOrEqual(most);

        const before = sentry.requests();
        expect([...(await ask()).keys()].sort()).toEqual([...outcomes.keys()].sort());
        expect(sentry.requests() - before).toBe(forbidden.size < ids.length ? 1 : 0);
      },
    ),
  ));

test('a refusal expires, and the oldest ones are removed if there are too many', () => {
  let nowMs = 0;
  const memory = createForbiddenIssuesMemory({ ttlMs: 10, maxIssues: 2, now: () => nowMs });
  const caller = memory.of('token');
  const issue = (id: string) => ({ organization: 'acme', issue: id });
  const refusal = new SentryError('forbidden', 'You may not.');
  const known = () => ['1', '2', '3'].filter((id) => caller.find(issue(id)));

  caller.remember(issue('1'), refusal);
  caller.remember(issue('2'), refusal);
  caller.remember(issue('3'), refusal);
  expect(known()).toEqual(['2', '3']);
  expect(memory.of('another').find(issue('2'))).toBeUndefined();
  nowMs = 9;
  caller.remember(issue('2'), refusal);
  nowMs = 10;
  expect(known()).toEqual(['2']);
  nowMs = 19;
  expect(known()).toEqual([]);
});
