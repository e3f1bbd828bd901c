import { expect, test } from 'vitest';
import { EMBEDDED_ISSUES } from '../../embedded-sentry/issues-table.ts';
import { TOKENS } from '../../embedded-sentry/tokens.ts';
import { hashesPath, ORGANIZATION, serve } from './client.ts';

/* Behaviour of GlitchTip's API that the recordings of test/contract do not show. */

const { sentry, ask } = await serve({ dialect: 'glitchtip' });
const { main, twenty, hundredAndOne, python, goneEvent } = EMBEDDED_ISSUES;
const cursorOf = (tokens: string) => Buffer.from(tokens).toString('base64');
const toUuid = (hash: string) =>
  hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

async function idsOf(search: string, issue: string = main): Promise<string[]> {
  const { body } = await ask(`${hashesPath(issue)}?${search}`);
  return body.map(({ id }: { id: string }) => id);
}

test('a page has 50 hashes unless `limit` is set, ordered by their values', async () => {
  const ids = await idsOf('');
  expect(ids).toHaveLength(50);
  expect(ids).toEqual([...ids].sort());
  expect(await idsOf('per_page=3')).toHaveLength(50);
  expect(await idsOf('limit=3')).toEqual(ids.slice(0, 3));
  expect(await idsOf('limit=500')).toHaveLength(100);
});

test("the first page links only to the next one, in GlitchTip's format", async () => {
  const { body, headers } = await ask(`${hashesPath(main)}?limit=2&full=0`);
  const url = `${sentry.url}${hashesPath(main)}`;
  const cursor = cursorOf(`p=${toUuid(body[1].id)}`);
  expect(headers.get('link')).toBe(
    `{'<${url}?limit=2&full=0>; rel="previous"; results="false", ` +
      `<${url}?cursor=${encodeURIComponent(cursor)}&full=0&limit=2>; rel="next"; results="true"; cursor="${cursor}"'}`,
  );
  expect([headers.get('x-hits'), headers.get('x-max-hits')]).toEqual(['250', '1000']);
});

test('a cursor leads to the next rows and back to the previous ones', async () => {
  const ids = await idsOf('limit=100');
  const forward = cursorOf(`p=${toUuid(ids[9] ?? '')}`);
  const { headers } = await ask(`${hashesPath(main)}?limit=5&cursor=${forward}`);
  expect(await idsOf(`limit=5&cursor=${forward}`)).toEqual(ids.slice(10, 15));
  const previous = /cursor="([^"]+)"/.exec(headers.get('link') ?? '')?.[1] ?? '';
  expect(previous).toBe(cursorOf(`r=1&p=${toUuid(ids[10] ?? '')}`));
  expect(await idsOf(`limit=4&cursor=${encodeURIComponent(previous)}`)).toEqual(ids.slice(6, 10));
});

test('walks in both directions return each hash once', async () => {
  const walk = async (rel: string, start: string) => {
    const pages: string[][] = [];
    for (let cursor: string | undefined = start; cursor !== undefined; ) {
      const { body, headers } = await ask(
        `${hashesPath(hundredAndOne)}?limit=20&cursor=${encodeURIComponent(cursor)}`,
      );
      pages.push(body.map(({ id }: { id: string }) => id));
      cursor = new RegExp(`rel="${rel}"; results="true"; cursor="([^"]+)"`).exec(
        headers.get('link') ?? '',
      )?.[1];
    }
    return pages;
  };
  const forward = (await walk('next', cursorOf(''))).flat();
  expect(new Set(forward).size).toBe(101);
  expect((await walk('previous', cursorOf('r=1'))).reverse().flat()).toEqual(forward);
});

test('issues with the same sort key are paged without loss', async () => {
  const seen: string[] = [];
  for (let cursor: string | undefined = cursorOf(''); cursor !== undefined; ) {
    const { body, headers } = await ask(
      `${ORGANIZATION}/issues/?limit=7&cursor=${encodeURIComponent(cursor)}`,
    );
    seen.push(...body.map(({ id }: { id: string }) => id));
    cursor = /rel="next"; results="true"; cursor="([^"]+)"/.exec(headers.get('link') ?? '')?.[1];
  }
  const { headers } = await ask(`${ORGANIZATION}/issues/`);
  expect(seen).toHaveLength(Number(headers.get('x-hits')));
  expect(new Set(seen).size).toBe(seen.length);
});

test("an event has the schema's keys, its project as a number, and is always full", async () => {
  const { body } = await ask(`${hashesPath(twenty)}?limit=1&full=0`);
  expect(Object.keys(body[0].latestEvent).sort()).toEqual(
    [
      ...['id', 'eventID', 'projectID', 'groupID', 'dateCreated', 'dateReceived', 'dist'],
      ...['culprit', 'packages', 'type', 'message', 'metadata', 'tags', 'entries', 'contexts'],
      ...['context', 'user', 'sdk', 'title', 'platform', 'errors'],
    ].sort(),
  );
  expect(body[0].latestEvent.projectID).toBeTypeOf('number');
  const { body: lost } = await ask(hashesPath(goneEvent));
  expect(lost.filter((row: { latestEvent: unknown }) => row.latestEvent === null)).toHaveLength(1);
});

test('`id` filters issues, `group` is ignored, and an unknown issue has no hashes', async () => {
  const { body } = await ask(`${ORGANIZATION}/issues/?id=${main}&id=${twenty}&id=1`);
  expect(body.map(({ id }: { id: string }) => id).sort()).toEqual([main, twenty].sort());
  expect((await ask(`${ORGANIZATION}/issues/?group=${main}`)).body.length).toBeGreaterThan(20);
  const unknown = await ask(hashesPath('404404404'));
  expect([unknown.status, unknown.body, unknown.headers.get('x-hits')]).toEqual([200, [], '0']);
});

test('a merge keeps the newest issue and returns only the request, an unmerge removes the row', async () => {
  const merged = await ask(`${ORGANIZATION}/issues/?id=${python}&id=${twenty}`, {
    method: 'PUT',
    json: { merge: 1 },
  });
  expect(merged.body).toEqual({ status: null, merge: 1 });
  const ids = await idsOf('', python);
  expect(ids).toHaveLength(26);
  await ask(`${hashesPath(python)}?id=${ids[4]}`, { method: 'DELETE' });
  expect(await idsOf('', python)).toEqual(ids.filter((id) => id !== ids[4]));
});

const unauthorized = { detail: 'Unauthorized' };
test.each<[string, string | null, string, number, unknown]>([
  ['no token', null, hashesPath(main), 401, unauthorized],
  ['an unknown token', 'Bearer x', hashesPath(main), 401, unauthorized],
  [
    'a token without the scope',
    `Bearer ${TOKENS.withoutEvents.text}`,
    hashesPath(main),
    403,
    { detail: 'Permission denied' },
  ],
  [
    "another organization's token",
    `Bearer ${TOKENS.outsider.text}`,
    hashesPath(main),
    404,
    { detail: 'Not Found' },
  ],
])("%s is refused with GlitchTip's message", async (_what, authorization, path, status, body) => {
  const reply = await ask(path, { authorization });
  expect([reply.status, reply.body]).toEqual([status, body]);
});

test('an unknown path returns HTML, with a 200 if it is a path of the web application', async () => {
  const events = await ask(`${ORGANIZATION}/issues/${main}/events/`);
  expect([events.status, events.text.slice(0, 15)]).toEqual([200, '<!doctype html>']);
  const shortId = await ask(hashesPath('CHECKOUT-1'));
  expect([shortId.status, shortId.body]).toEqual([200, undefined]);
  expect((await ask('/api/0/wibble/')).status).toBe(404);
});

test('an issue cannot be requested below its organization', async () => {
  const reply = await ask(`${ORGANIZATION}/issues/${main}/`);
  expect([reply.status, reply.text]).toEqual([405, 'Method not allowed']);
  const legacy = await ask(`/api/0/issues/${main}/`);
  expect([legacy.status, legacy.body.id]).toEqual([200, main]);
});

test('events are found one at a time, by `latest` or a UUID', async () => {
  const { body: latest } = await ask(`/api/0/issues/${main}/events/latest/`);
  const { body } = await ask(`/api/0/issues/${main}/events/${latest.eventID}/`);
  expect(body.eventID).toBe(latest.eventID);
  const oldest = await ask(`/api/0/issues/${main}/events/oldest/`);
  expect([oldest.status, oldest.body.detail[0].type]).toEqual([422, 'uuid_parsing']);
});

test.each([
  ['limit=x', 'int_parsing'],
  ['cursor=x', 'value_error'],
  ['cursor=0:100:0', 'value_error'],
])('%s is refused as pydantic refuses it', async (search, type) => {
  const { status, body } = await ask(`${hashesPath(main)}?${search}`);
  expect([status, body.detail[0].type]).toEqual([422, type]);
});

test("one of Sentry's cursors can be accepted as a cursor of the first page", async () => {
  expect(await idsOf('limit=2&cursor=0:40:0')).toEqual(await idsOf('limit=2'));
});

const ISSUES = `${ORGANIZATION}/issues/`;

/** Observed with GlitchTip of December 2025. */
test.each<[string, string, string, number, unknown]>([
  ['no number of rows is the default', 'GET', `${hashesPath(main)}?limit=0`, 200, 50],
  ['a negative number of rows is none', 'GET', `${hashesPath(main)}?limit=-1`, 200, 0],
  ['a cursor of no letters begins the list', 'GET', `${hashesPath(main)}?cursor=!!!`, 200, 50],
  ['an open quote fails', 'GET', `${ISSUES}?query=${encodeURIComponent('"open')}`, 500, null],
  ['a trailing backslash fails', 'GET', `${ISSUES}?query=x%5C`, 500, null],
  ['a NUL fails', 'GET', `${ISSUES}?query=%00`, 500, null],
  ['closed quotes do not', 'GET', `${ISSUES}?query=${encodeURIComponent('"nowhere met"')}`, 200, 0],
  ['junk of Sentry’s is passed over', 'GET', `${ISSUES}?group=x&per_page=x&limit=3`, 200, 3],
  [
    'a position that is no checksum fails',
    'GET',
    `${hashesPath(main)}?cursor=${cursorOf('p=zzz')}`,
    500,
    null,
  ],
  ['a path without its last slash is HTML', 'GET', `${ISSUES}${main}`, 200, null],
  ['an organization without its last slash is redirected', 'GET', ORGANIZATION, 301, null],
  ['a slug with a dot is the web application’s', 'GET', '/api/0/projects/a.b/c/', 200, null],
  ['an unknown token of an unmerge', 'DELETE', `${hashesPath(main)}?id=x`, 403, null],
])('%s', async (title, method, path, status, rows) => {
  const authorization = title.startsWith('an unknown token') ? 'Bearer x' : undefined;
  const reply = await ask(path, {
    method,
    redirect: 'manual',
    ...(authorization && { authorization }),
  });
  expect(reply.status).toBe(status);
  expect(Array.isArray(reply.body) ? reply.body.length : null).toBe(rows);
});

test('a merge into an issue that was already merged removes the surviving one too', async () => {
  const { ask: askAlone } = await serve({ dialect: 'glitchtip' });
  const merge = (...ids: readonly string[]) =>
    askAlone(`${ISSUES}?${ids.map((id) => `id=${id}`).join('&')}`, {
      method: 'PUT',
      json: { merge: 1 },
    });
  const listed = async (id: string) => (await askAlone(`${ISSUES}?id=${id}`)).body.length;
  await merge(twenty, hundredAndOne);
  expect([await listed(twenty), await listed(hundredAndOne)]).toEqual([0, 1]);
  expect((await askAlone(`/api/0/issues/${twenty}/`)).body.count).toBe('0');
  await merge(goneEvent, twenty);
  expect([await listed(goneEvent), await listed(twenty)]).toEqual([0, 0]);
  expect((await askAlone(hashesPath(twenty))).body).toHaveLength(3);
});
