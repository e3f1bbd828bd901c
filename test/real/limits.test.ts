import { expect, test, vi } from 'vitest';
import { ISSUES, startRealGateway, startWebServer } from './real-sentry.ts';

/* Limits that Sentry enforces. They count for each user; other tests hardly use this token. */

const token = 'manager';
const SMALL = Number(ISSUES['small-first'].issueId);

test('the details of 25 issues are requested five a second, in order', async () => {
  await using gateway = await startRealGateway({ token });
  const issues = Array.from({ length: 25 }, (_, index) => `${SMALL + index}`);
  const began = Date.now();
  const answers = await Promise.all(
    issues.map((id) =>
      gateway.execute(`{ issue(organization: "acme", id: "${id}") { issueId tags { key } } }`),
    ),
  );
  expect(Date.now() - began).toBeGreaterThan(3_000);
  expect(answers.map(({ errors }) => errors)).toEqual(Array(25).fill(undefined));
  expect(answers.map(({ data }) => data.issue.issueId)).toEqual(issues);
  const asked = gateway.proxy.exchanges.map(({ path }) => Number(path.split('/')[4]) - SMALL);
  expect(gateway.proxy.exchanges.map(({ status }) => status)).toEqual(Array(25).fill(200));
  // Requests of one second are in flight together, so their responses arrive in any order.
  for (const [place, index] of asked.entries()) {
    expect(Math.abs(place - index)).toBeLessThan(5);
  }
});

test('events by ID alone, which Sentry limits to one a second, are requested one after another', async () => {
  await using gateway = await startRealGateway({ token });
  const { data, errors } = await gateway.execute(
    `{ organization(slug: "acme") { ${(['python', 'native', 'java'] as const)
      .map((name) => `${name}: event(id: "${ISSUES[name].eventId}") { eventId }`)
      .join(' ')} } }`,
  );
  expect(errors).toBeUndefined();
  expect(data.organization).toEqual({
    python: { eventId: ISSUES.python.eventId },
    native: { eventId: ISSUES.native.eventId },
    java: { eventId: ISSUES.java.eventId },
  });
});

test('if every endpoint has a limit, a flood of lists is answered without a refusal', async () => {
  await using web = await startWebServer('RATE_LIMIT=3');
  await using gateway = await startRealGateway({ token, url: web.url });
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, index) =>
      gateway.execute(
        `{ issue(organization: "acme", id: "${ISSUES['many-hashes'].issueId}") {
          hashes(first: ${index + 1}) { nodes { hash } }
        } }`,
      ),
    ),
  );
  expect(answers.map(({ errors }) => errors)).toEqual(Array(12).fill(undefined));
  expect(answers.map(({ data }) => data.issue.hashes.nodes.length)).toEqual(
    Array.from({ length: 12 }, (_, index) => index + 1),
  );
});

test('`rateLimit` returns the limits of the last response, and null before the first', async () => {
  await using gateway = await startRealGateway({ token });
  const ask = async () =>
    (await gateway.execute('{ rateLimit { limit remaining resetAt concurrentLimit } }')).data
      .rateLimit;
  expect(await ask()).toBeNull();
  await gateway.execute(
    `{ issue(organization: "acme", id: "${ISSUES.python.issueId}") { tags { key } } }`,
  );
  expect(await ask()).toEqual({
    limit: 5,
    remaining: expect.any(Number),
    resetAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    concurrentLimit: expect.any(Number),
  });
});

test('with a self-hosted server nothing is limited and nothing waits', async () => {
  await using web = await startWebServer('SELF_HOSTED=1');
  await using gateway = await startRealGateway({ token, url: web.url });
  const issues = Array.from({ length: 12 }, (_, index) => SMALL + index);
  const answers = await Promise.all(
    issues.map((id) =>
      gateway.execute(`{ issue(organization: "acme", id: "${id}") { tags { key } } }`),
    ),
  );
  expect(answers.map(({ errors }) => errors)).toEqual(Array(12).fill(undefined));
  expect((await gateway.execute('{ rateLimit { limit } }')).data.rateLimit).toBeNull();
});

test('a limit that Sentry has not sent for a minute is forgotten', async () => {
  await using web = await startWebServer('SELF_HOSTED=1');
  await using gateway = await startRealGateway({ token });
  const ask = async (issue: number) =>
    gateway.execute(`{ issue(organization: "acme", id: "${issue}") { tags { key } } }`);
  const limit = async () => (await gateway.execute('{ rateLimit { limit } }')).data.rateLimit;
  await ask(SMALL);
  expect(await limit()).toEqual({ limit: 5 });
  gateway.proxy.moveTo(web.url);
  const now = performance.now.bind(performance);
  vi.spyOn(performance, 'now').mockImplementation(() => now() + 61_000);
  try {
    expect((await ask(SMALL + 1)).errors).toBeUndefined();
    expect(await limit()).toBeNull();
  } finally {
    vi.restoreAllMocks();
  }
});
