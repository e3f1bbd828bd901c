import { expect, test } from 'vitest';
import { EMBEDDED_ISSUES } from '../../embedded-sentry/issues-table.ts';
import { SENTRY_IO_LIMITS } from '../../embedded-sentry/sentry-io-limits.ts';
import { TOKENS } from '../../embedded-sentry/tokens.ts';
import { hashesPath, ORGANIZATION, serve } from './client.ts';

const { everyScope, sameUser, eventRead, organization, organizationToo, integration } = TOKENS;
const HASHES = `${hashesPath(EMBEDDED_ISSUES.one)}?full=0`;
const ISSUE = `${ORGANIZATION}/issues/${EMBEDDED_ISSUES.one}/`;
const SEARCH = `${ORGANIZATION}/issues/`;
/** Longer than any test, so that each test runs in one window. */
const LONG = { windowSeconds: 3_000_000_000 };

interface Sent {
  readonly token: { readonly text: string } | null;
  readonly path?: string;
  readonly method?: string;
}

async function remainingAfter(limits: object, requests: readonly Sent[]) {
  const { ask } = await serve({ rateLimit: { limit: 40, ...LONG, ...limits } });
  const remaining: (string | null)[] = [];
  for (const { token, path = HASHES, method = 'GET' } of requests) {
    const authorization = token && `Bearer ${token.text}`;
    const { headers } = await ask(path, { method, authorization });
    remaining.push(headers.get('x-sentry-rate-limit-remaining'));
  }
  return remaining;
}

test.each<[string, readonly Sent[], readonly string[]]>([
  ['tokens of one user share a budget', [{ token: everyScope }, { token: sameUser }], ['39', '38']],
  ['two users have one each', [{ token: everyScope }, { token: eventRead }], ['39', '39']],
  [
    'tokens of organizations, unknown ones and requests without any share that of their address',
    [
      { token: organization },
      { token: organizationToo },
      { token: { text: 'sntryu_nobody' } },
      { token: null },
    ],
    ['39', '38', '37', '36'],
  ],
  [
    'an integration has the budget of its organization',
    [{ token: integration }, { token: organization }, { token: integration }],
    ['39', '39', '38'],
  ],
  [
    'methods have budgets of their own, paths have not',
    [
      { token: everyScope },
      { token: everyScope, method: 'PUT' },
      { token: everyScope, path: ISSUE },
    ],
    ['39', '39', '38'],
  ],
])('%s', async (_title, requests, remaining) => {
  expect(await remainingAfter({}, requests)).toEqual(remaining);
});

test('endpoints with limits of their own have separate counts', async () => {
  const endpoints = SENTRY_IO_LIMITS.endpoints?.map((endpoint) => ({ ...endpoint, ...LONG })) ?? [];
  const token = everyScope;
  expect(
    await remainingAfter({ endpoints }, [
      { token },
      { token, path: ISSUE },
      { token, path: `${ORGANIZATION}/issues/${EMBEDDED_ISSUES.twenty}/` },
      { token, path: SEARCH },
      { token, path: `${ORGANIZATION}/eventids/${'0'.repeat(32)}/` },
      { token, path: `${ORGANIZATION}/` },
    ]),
  ).toEqual(['39', '4', '3', '9', '0', '38']);
});

test('requests of another client of the same user count too', async () => {
  const requests = [{ token: everyScope }, { token: everyScope }];
  expect(await remainingAfter({ foreignPerRequest: 1.5 }, requests)).toEqual(['37', '35']);
});

test('a request beyond the limit is refused as a recorded Sentry refused it', async () => {
  const { sentry, ask } = await serve({
    dialect: 'sentry-2024',
    rateLimit: { ...SENTRY_IO_LIMITS, limit: 1, ...LONG },
  });
  expect((await ask(HASHES)).status).toBe(200);
  const { status, headers, text } = await ask(HASHES);
  expect([status, headers.get('content-type'), JSON.parse(text)]).toEqual([
    429,
    'text/html; charset=utf-8',
    'You are attempting to use this endpoint too frequently. Limit is 1 requests in 3000000000 seconds',
  ]);
  expect(headers.get('x-sentry-rate-limit-concurrentremaining')).toBe('None');
  expect(headers.has('retry-after')).toBe(false);
  expect(sentry.refusals).toBe(1);
});

test('requests beyond the concurrent limit are refused, and finished ones no longer count', async () => {
  let release = () => {};
  const held = new Promise<undefined>((resolve) => {
    release = () => resolve(undefined);
  });
  let received = 0;
  const { ask } = await serve({
    rateLimit: { limit: 40, concurrentLimit: 2, ...LONG },
    intercept: () => {
      received += 1;
      return held;
    },
  });
  const first = [ask(HASHES), ask(HASHES)];
  await expect.poll(() => received).toBe(2);
  const { status, text } = await ask(HASHES);
  expect([status, JSON.parse(text).detail]).toEqual([
    429,
    'You are attempting to go above the allowed concurrency for this endpoint. Concurrency limit is 2',
  ]);
  release();
  expect((await Promise.all(first)).map((reply) => reply.status)).toEqual([200, 200]);
  await expect.poll(async () => (await ask(HASHES)).status).toBe(200);
});
