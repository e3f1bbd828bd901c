import { expect, test } from 'vitest';
import { EMBEDDED_ISSUES } from '../../embedded-sentry/issues-table.ts';
import { TOKENS } from '../../embedded-sentry/tokens.ts';
import { hashesPath, ORGANIZATION, serve } from './client.ts';

const { ask } = await serve();
const HASHES = hashesPath(EMBEDDED_ISSUES.one);
const FORBIDDEN = 'You do not have permission to perform this action.';
const NOT_FOUND = 'The requested resource does not exist';
const bearer = (token: { readonly text: string }) => `Bearer ${token.text}`;

test.each<[string, string | null, number, string]>([
  ['no credentials', null, 401, 'Authentication credentials were not provided.'],
  ['a header without a token', 'Bearer', 401, 'Invalid token header. No credentials provided.'],
  [
    'a token with spaces',
    'Bearer a b',
    401,
    'Invalid token header. Token string should not contain spaces.',
  ],
  ['an unknown user token', 'Bearer sntryu_nobody', 401, 'Invalid token'],
  ['an unknown organization token', 'Bearer sntrys_nobody', 401, 'Invalid org token'],
  ['an expired token', bearer(TOKENS.expired), 401, 'Token expired'],
  ['a token without event scopes', bearer(TOKENS.withoutEvents), 403, FORBIDDEN],
  ['a member of another organization', bearer(TOKENS.outsider), 403, FORBIDDEN],
  [
    'a token of another organization',
    bearer(TOKENS.otherOrganization),
    401,
    'Unauthorized organization access.',
  ],
])('%s is refused with Sentry’s message', async (_who, authorization, status, detail) => {
  const reply = await ask(HASHES, { authorization });
  expect([reply.status, reply.body]).toEqual([status, { detail }]);
});

test('event:read is enough to read hashes', async () => {
  expect((await ask(HASHES, { authorization: bearer(TOKENS.eventRead) })).status).toBe(200);
});

test.each<[string, string, string | null, number]>([
  ['credentials before all', '/api/0/organizations/nowhere/issues/1/hashes/', null, 401],
  [
    'the scope before the organization',
    '/api/0/organizations/nowhere/issues/1/hashes/',
    bearer(TOKENS.withoutEvents),
    403,
  ],
  [
    'the organization before membership',
    '/api/0/organizations/nowhere/issues/1/hashes/',
    bearer(TOKENS.outsider),
    404,
  ],
  ['the issue before membership', hashesPath('1'), bearer(TOKENS.outsider), 404],
  [
    'membership before the status',
    hashesPath(EMBEDDED_ISSUES.beingDeleted),
    bearer(TOKENS.outsider),
    403,
  ],
  ['the status last', hashesPath(EMBEDDED_ISSUES.beingDeleted), bearer(TOKENS.everyScope), 404],
])('%s is checked', async (_what, path, authorization, status) => {
  expect((await ask(path, { authorization })).status).toBe(status);
});

test.each([hashesPath('1'), hashesPath(EMBEDDED_ISSUES.foreign), '/api/0/organizations/nowhere/'])(
  '%s is not found',
  async (path) => {
    const { status, body } = await ask(path);
    expect([status, body]).toEqual([404, { detail: NOT_FOUND }]);
  },
);

test.each([
  '/api/0/organizations/323938/issues/1341191803/hashes/',
  '/api/0/organizations/hellboy-meowmeow/groups/1341191803/hashes/',
  '/api/0/issues/1341191803/hashes/',
  '/api/0/groups/1341191803/hashes/',
])('%s is another path of the same list', async (path) => {
  const expected = await ask(`${hashesPath('1341191803')}?full=0`);
  expect((await ask(`${path}?full=0`)).text).toBe(expected.text);
});

test('a short ID works only below an organization, in upper and lower case', async () => {
  const { body } = await ask(`${ORGANIZATION}/issues/${EMBEDDED_ISSUES.twenty}/`);
  const expected = await ask(hashesPath(EMBEDDED_ISSUES.twenty));
  expect((await ask(hashesPath(body.shortId))).text).toBe(expected.text);
  expect((await ask(hashesPath(body.shortId.toLowerCase()))).text).toBe(expected.text);
  expect((await ask(`/api/0/issues/${body.shortId}/hashes/`)).status).toBe(404);
});

test('the ID of a merged issue returns the surviving issue, without a redirect', async () => {
  const { status, body } = await ask(hashesPath(EMBEDDED_ISSUES.mergedAway));
  expect(status).toBe(200);
  expect(body[0].latestEvent.groupID).toBe(EMBEDDED_ISSUES.twenty);
});

test('a path without its trailing slash is 404 for every caller, with Sentry’s explanation', async () => {
  const path = HASHES.slice(0, -1);
  const asText = await ask(path, { authorization: null });
  expect(asText.status).toBe(404);
  expect(asText.text).toMatch(
    `Route not found, did you forget a trailing slash?\n\ntry: ${path}/\n`,
  );
  expect(asText.text.split('\n').at(-1)).toBe(`${' '.repeat(`try: ${path}`.length)}^`);
  const asJson = await ask(path, { headers: { 'content-type': 'application/json' } });
  expect([asJson.status, asJson.body]).toEqual([
    404,
    { info: `Route not found, did you forget a trailing slash? try: ${path}/` },
  ]);
});

test('an unknown route is an empty 404', async () => {
  const { status, text } = await ask('/api/0/wibble/');
  expect([status, text]).toEqual([404, '']);
});

test('DELETE of hashes is no longer supported', async () => {
  const { status, body } = await ask(HASHES, { method: 'DELETE' });
  expect([status, body]).toEqual([405, { detail: 'Method "DELETE" not allowed.' }]);
});

test('an unknown method is refused after all other checks', async () => {
  const post = (path: string, authorization: string | null) =>
    ask(path, { method: 'POST', authorization });
  expect((await post(HASHES, null)).status).toBe(401);
  expect((await post(HASHES, bearer(TOKENS.eventRead))).status).toBe(403);
  expect((await post(hashesPath('1'), bearer(TOKENS.everyScope))).status).toBe(404);
  expect((await post(HASHES, bearer(TOKENS.everyScope))).status).toBe(405);
});
