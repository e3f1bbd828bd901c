import { expect, test } from 'vitest';
import { EMBEDDED_ISSUES } from '../../embedded-sentry/issues-table.ts';
import { TOKENS } from '../../embedded-sentry/tokens.ts';
import { hashesPath, ORGANIZATION, serve } from './client.ts';

const { ask } = await serve();
const { twenty, hundred, python, java, go } = EMBEDDED_ISSUES;
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

test('an unmerge of nothing does nothing, of unknown hashes conflicts, and takes event:write', async () => {
  const none = await ask(hashesPath(hundred), { method: 'PUT' });
  expect([none.status, none.text]).toEqual([200, '']);
  const unknown = await ask(`${hashesPath(hundred)}?id=${'f'.repeat(32)}`, { method: 'PUT' });
  expect([unknown.status, unknown.body]).toEqual([409, { detail: 'Already being unmerged' }]);
  const [hash] = await hashesOf(hundred);
  const authorization = `Bearer ${TOKENS.eventRead.text}`;
  const reader = await ask(`${hashesPath(hundred)}?id=${hash}`, { method: 'PUT', authorization });
  expect(reader.status).toBe(403);
});

test('a merge names the greatest issue as parent, which then answers for the others', async () => {
  const [fromPython, fromJava] = [await hashesOf(python), await hashesOf(java)];
  const search = `id=${python}&id=${java}`;
  const { body } = await ask(`${ORGANIZATION}/issues/?${search}`, {
    method: 'PUT',
    json: { merge: 1 },
  });
  const { parent, children } = body.merge;
  expect([parent, ...children].sort()).toEqual([python, java].sort());
  expect(await hashesOf(children[0])).toEqual(await hashesOf(parent));
  expect((await hashesOf(parent)).sort()).toEqual([...fromPython, ...fromJava].sort());
});

test('no known id is 204, and merges nothing', async () => {
  for (const search of ['', '?id=1']) {
    const { status } = await ask(`${ORGANIZATION}/issues/${search}`, {
      method: 'PUT',
      json: { merge: 1 },
    });
    expect(status).toBe(204);
  }
});

test('a status is updated, for one issue and for many', async () => {
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
