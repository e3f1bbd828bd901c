import { expect, test } from 'vitest';
import { createDataset } from '../../embedded-sentry/dataset.ts';
import type { DialectName } from '../../embedded-sentry/dialect.ts';
import { EMBEDDED_ISSUES } from '../../embedded-sentry/issues-table.ts';
import { TOKENS } from '../../embedded-sentry/tokens.ts';
import { hashesPath, ORGANIZATION, serve } from './client.ts';

const { ask } = await serve();
const { five, twenty, hundred, goneEvent, python, go } = EMBEDDED_ISSUES;
const SET_RESOLVED = { status: 'resolved', statusDetails: {} };
const hashesOf = async (issue: string): Promise<string[]> =>
  (await ask(`${hashesPath(issue)}?full=0`)).body.map(({ id }: { id: string }) => id);

test('an unmerge is accepted first, then moves its hashes to one new issue', async () => {
  const before = await hashesOf(twenty);
  const [first, second] = before;
  const reply = await ask(`${hashesPath(twenty)}?id=${first}&id=${second}&id=unknown`, {
    method: 'PUT',
  });
  expect([reply.status, reply.text]).toEqual([202, '']);
  const again = await ask(`${hashesPath(twenty)}?id=${first}`, { method: 'PUT' });
  expect([again.status, again.body]).toEqual([409, { detail: 'Already being unmerged' }]);
  await expect.poll(() => hashesOf(twenty)).toEqual(before.slice(2));
  const { body } = await ask(
    `/api/0/projects/hellboy-meowmeow/checkout/issues/?hashes=${first}&hashes=${second}`,
  );
  expect(body).toHaveLength(1);
  expect(await hashesOf(body[0].id)).toEqual([first, second]);
  const { body: moved } = await ask(hashesPath(body[0].shortId));
  expect(moved[0].latestEvent.groupID).toBe(body[0].id);
});

test('an unmerge of no hashes does nothing, of unknown hashes is a conflict, and needs event:write', async () => {
  const none = await ask(hashesPath(hundred), { method: 'PUT' });
  expect([none.status, none.text]).toEqual([200, '']);
  const unknown = await ask(`${hashesPath(hundred)}?id=${'f'.repeat(32)}`, { method: 'PUT' });
  expect([unknown.status, unknown.body]).toEqual([409, { detail: 'Already being unmerged' }]);
  const [hash] = await hashesOf(hundred);
  const authorization = `Bearer ${TOKENS.eventRead.text}`;
  const reader = await ask(`${hashesPath(hundred)}?id=${hash}`, { method: 'PUT', authorization });
  expect(reader.status).toBe(403);
});

const ISSUES = `${ORGANIZATION}/issues/`;

test('a merge makes the largest issue the parent, which is then returned for the others', async () => {
  const [ofFive, ofGone] = [await hashesOf(five), await hashesOf(goneEvent)];
  const { body } = await ask(`${ISSUES}?id=${five}&id=${goneEvent}`, {
    method: 'PUT',
    json: { merge: 1 },
  });
  expect(body).toEqual({ merge: { parent: five, children: [goneEvent] } });
  expect(await hashesOf(goneEvent)).toEqual(await hashesOf(five));
  expect((await hashesOf(five)).sort()).toEqual([...ofFive, ...ofGone].sort());
});

test('a merged issue is not found until the merge is complete', async () => {
  const dataset = createDataset({ mergeDelayMs: 50 });
  const { ask: askSlow } = await serve({ dataset });
  await askSlow(`${ISSUES}?id=${five}&id=${twenty}`, { method: 'PUT', json: { merge: 1 } });
  expect((await askSlow(`${ISSUES}${five}/`)).status).toBe(404);
  expect((await askSlow(`${ISSUES}?group=${five}`)).body).toEqual([]);
  await expect.poll(async () => (await askSlow(`${ISSUES}${five}/`)).body.id).toBe(twenty);
});

/** Results of bulk changes, each on a new server. */
test.each<[string, DialectName, string, object, number, unknown, number]>([
  ['no known id', 'sentry-2026', 'id=1', { status: 'resolved' }, 204, undefined, 0],
  ['no known id, in 2024', 'sentry-2024', 'id=1', { status: 'resolved' }, 200, SET_RESOLVED, 35],
  ['no id at all', 'sentry-2026', '', { status: 'resolved' }, 200, SET_RESOLVED, 35],
  ['one known id', 'sentry-2026', `id=1&id=${five}`, { merge: 1 }, 200, { merge: true }, 0],
  [
    'issues of two projects',
    'sentry-2026',
    `id=${five}&id=${python}`,
    { merge: 1 },
    400,
    { detail: 'Merging across multiple projects is not supported' },
    0,
  ],
])('a bulk change of %s, over %s', async (_what, dialect, search, json, status, body, resolved) => {
  const { ask: askAlone } = await serve({ dialect });
  const reply = await askAlone(`${ISSUES}?${search}`, { method: 'PUT', json });
  expect([reply.status, reply.body]).toEqual([status, body]);
  const { headers } = await askAlone(`${ISSUES}?query=is:resolved`);
  expect(headers.get('x-hits') ?? '0').toBe(String(resolved));
});

test('a status is updated, for one issue and for several', async () => {
  const one = await ask(`${ORGANIZATION}/issues/${go}/`, {
    method: 'PUT',
    json: { status: 'resolved' },
  });
  expect(one.body).toMatchObject({ id: go, status: 'resolved' });
  const { body: unresolved } = await ask(`${ORGANIZATION}/issues/`);
  expect(unresolved.some(({ id }: { id: string }) => id === go)).toBe(false);
  const { body } = await ask(`${ORGANIZATION}/issues/?id=${go}`, {
    method: 'PUT',
    json: { status: 'unresolved' },
  });
  expect(body).toEqual({ status: 'unresolved', statusDetails: {} });
});
