import { expect, test } from 'vitest';
import { DIALECT_NAMES, type DialectName } from '../../embedded-sentry/dialect.ts';
import { EMBEDDED_ISSUES } from '../../embedded-sentry/issues-table.ts';
import { TOKENS } from '../../embedded-sentry/tokens.ts';
import { hashesPath, ORGANIZATION, serve } from './client.ts';

const { main, twenty } = EMBEDDED_ISSUES;
const servers = Object.fromEntries(
  await Promise.all(
    DIALECT_NAMES.map(async (dialect) => [dialect, await serve({ dialect })] as const),
  ),
);
const askOf = (dialect: DialectName) => {
  const server = servers[dialect];
  if (!server) {
    throw new Error(`No server speaks ${dialect}.`);
  }
  return server.ask;
};

/** Values of `full`, and whether the response has full events. */
test.each<[DialectName, string, boolean]>([
  ['sentry-2024', 'full=0', true],
  ['sentry-2024', 'full=', true],
  ['sentry-2024-light', '', false],
  ['sentry-2024-light', 'full=1', false],
  ['sentry-2025', '', true],
  ['sentry-2025', 'full=0', true],
  ['sentry-2025', 'full=', false],
  ['sentry-2026', '', true],
  ['sentry-2026', 'full=', true],
  ['sentry-2026', 'full=0', false],
  ['sentry-2026', 'full=false', false],
  ['glitchtip', 'full=0', true],
])('with %s, ?%s returns full events: %s', async (dialect, search, isFull) => {
  const { body } = await askOf(dialect)(`${hashesPath(twenty)}?${search}`);
  expect('entries' in body[0].latestEvent).toBe(isFull);
});

test.each<[DialectName, readonly string[]]>([
  ['sentry-2024', ['id', 'latestEvent']],
  ['sentry-2024-light', ['id', 'latestEvent']],
  ['sentry-2025', ['id', 'latestEvent', 'mergedBySeer']],
  ['sentry-2026', ['id', 'latestEvent', 'mergedBySeer', 'seerMatchDistance']],
  ['glitchtip', ['id', 'latestEvent']],
])('a hash with %s has the fields %j', async (dialect, fields) => {
  const { body } = await askOf(dialect)(hashesPath(twenty));
  expect(Object.keys(body[0])).toEqual(fields);
});

test.each<[string, string, number]>([
  ['', hashesPath(main), 10],
  ['full=1', hashesPath(main), 10],
  ['full=0', hashesPath(main), 100],
  ['full=1', `${ORGANIZATION}/issues/${main}/events/`, 10],
  ['', `${ORGANIZATION}/issues/${main}/events/`, 100],
  ['full=1', '/api/0/projects/hellboy-meowmeow/checkout/events/', 10],
  ['', '/api/0/projects/hellboy-meowmeow/checkout/events/', 100],
])(
  'with sentry-2026-09, ?%s of %s returns %i rows and a link to the following ones',
  async (search, path, rows) => {
    const { body, headers } = await askOf('sentry-2026-09')(`${path}?${search}&per_page=100`);
    expect(body).toHaveLength(rows);
    expect(headers.get('link')).toContain(`rel="next"; results="true"; cursor="0:${rows}:0"`);
    const next = await askOf('sentry-2026-09')(`${path}?${search}&per_page=100&cursor=0:${rows}:0`);
    expect(next.headers.get('link')).toContain('rel="previous"; results="true"; cursor="0:0:1"');
  },
);

test.each<[DialectName, string, number, unknown]>([
  ['sentry-2024', 'per_page=101', 400, 'Invalid per_page value. Cannot exceed 100.'],
  ['sentry-2025', 'per_page=0', 500, 'Internal Error'],
  ['sentry-2026', 'per_page=0', 400, 'Invalid per_page value. Must be between 1 and 100.'],
  ['sentry-2024', 'cursor=x', 400, 'Invalid cursor parameter.'],
])('%s refuses %s with %i %j', async (dialect, search, status, detail) => {
  const reply = await askOf(dialect)(`${hashesPath(twenty)}?${search}`);
  expect([reply.status, reply.body.detail]).toEqual([status, detail]);
});

test.each<[DialectName, 'PUT' | 'DELETE', 'PUT' | 'DELETE']>([
  ['sentry-2024', 'DELETE', 'PUT'],
  ['sentry-2024-light', 'DELETE', 'PUT'],
  ['sentry-2025', 'PUT', 'DELETE'],
  ['sentry-2026', 'PUT', 'DELETE'],
  ['glitchtip', 'DELETE', 'PUT'],
])('with %s an unmerge uses %s, and %s is not supported', async (dialect, verb, other) => {
  const ask = askOf(dialect);
  const { body } = await ask(hashesPath(EMBEDDED_ISSUES.python));
  const path = `${hashesPath(EMBEDDED_ISSUES.python)}?id=${body[2].id}`;
  expect((await ask(path, { method: other })).status).toBe(405);
  const authorization = `Bearer ${TOKENS.eventRead.text}`;
  expect((await ask(path, { method: verb, authorization })).status).toBe(403);
  expect((await ask(path, { method: verb })).status).toBe(202);
});

test.each<[DialectName, unknown]>([
  [
    'sentry-2024',
    'You are attempting to use this endpoint too frequently. Limit is 0 requests in 1 seconds',
  ],
  ['sentry-2026', { detail: expect.stringContaining('too frequently') }],
  ['glitchtip', { message: 'Please retry later' }],
])('a 429 of %s has the body %j', async (dialect, body) => {
  const { ask } = await serve({ dialect, rateLimit: { limit: 0 } });
  const { status, text, headers } = await ask(hashesPath(twenty));
  expect([status, JSON.parse(text)]).toEqual([429, body]);
  expect(headers.has('retry-after')).toBe(dialect === 'glitchtip');
});
