import { expect, test } from 'vitest';
import { ISSUE_ROWS } from '../../../embedded-sentry/issues-table.ts';
import type { RateLimiterOptions } from '../../../embedded-sentry/rate-limiter.ts';
import { SENTRY_IO_LIMITS } from '../../../embedded-sentry/sentry-io-limits.ts';
import { TOKENS } from '../../../embedded-sentry/tokens.ts';
import { startGateway, startGatewayOver } from '../../harness/gateway.ts';

const { everyScope, sameUser, organization, organizationToo } = TOKENS;

/** A different page for each number, so that requests are not coalesced. */
const page = (number: number) =>
  `{ issue(organization: "hellboy-meowmeow", id: "1341191803") { hashes(first: ${number + 1}) { nodes { hash } } } }`;

/** Sends 60 operations at once, with the tokens in turn. */
async function flood(rateLimit: RateLimiterOptions, tokens: readonly { readonly text: string }[]) {
  await using gateway = await startGateway({
    signIn: 'passThrough',
    rateLimit,
    env: { SENTRY_RETRIES: '2', SENTRY_QUEUE_TIMEOUT_MS: '50000', OPERATION_TIMEOUT_MS: '50000' },
  });
  const executions = await Promise.all(
    Array.from({ length: 60 }, (_, index) => {
      const token = tokens[index % tokens.length]?.text ?? '';
      return gateway.execute(page(index), {}, { authorization: `Bearer ${token}` });
    }),
  );
  return {
    errors: executions.flatMap(({ errors = [] }) => errors),
    refusals: gateway.upstream.refusals,
  };
}

test.each([
  ['two tokens of one user', { limit: 15 }, [everyScope, sameUser]],
  ['two tokens of organizations', { limit: 15 }, [organization, organizationToo]],
  ['one token, and a browser of the same user', { limit: 30, foreignPerRequest: 1 }, [everyScope]],
])(
  'a flood with %s is answered within the one budget that they share',
  async (_, limits, tokens) => {
    const { errors, refusals } = await flood(limits, tokens);
    expect(errors).toEqual([]);
    // Before the first window shows which tokens share it.
    expect(refusals).toBeLessThanOrEqual(15);
  },
);

test('a flood of single issues is sent five a second, and none is refused', async () => {
  await using gateway = await startGateway({ rateLimit: SENTRY_IO_LIMITS });
  const ids = ISSUE_ROWS.filter(
    ({ organization: slug, status }) => slug === 'hellboy-meowmeow' && status === undefined,
  )
    .map(({ id }) => id)
    .slice(0, 16);
  const startMs = performance.now();
  const executions = await Promise.all(
    ids.map((id) =>
      gateway.execute(`{ issue(organization: "hellboy-meowmeow", id: "${id}") { title } }`),
    ),
  );
  expect(executions.flatMap(({ errors = [] }) => errors)).toEqual([]);
  expect(performance.now() - startMs).toBeGreaterThan(2_000);
  expect(gateway.upstream.refusals).toBe(0);
  const sent = gateway.upstream.requests.map(({ path }) => path.split('/').at(-2));
  expect(sent.sort()).toEqual(ids.sort());
});

test.each([
  ['off', null],
  ['sentry.io', { limit: 5 }],
])(
  'with EMBEDDED_RATE_LIMITS=%s, the demo server sends %j for issues',
  async (limits, expected) => {
    await using gateway = await startGatewayOver({ EMBEDDED_RATE_LIMITS: limits, CACHE: 'off' });
    const { data } = await gateway.execute(
      '{ issue(organization: "hellboy-meowmeow", id: "1341191803") { title } }',
    );
    expect(data.issue.title).toBeTypeOf('string');
    const { data: after } = await gateway.execute('{ rateLimit { limit } }');
    expect(after.rateLimit).toEqual(expected);
  },
);
