import { expect, test } from 'vitest';
import { encodeGlobalId } from '../../../src/global-id.ts';
import { startGateway, type TestGateway } from '../../harness/gateway.ts';

const MAIN = '1341191803';
const on = { CACHE: 'on', CACHE_TTL_MS: '60000' };
/** Lists expire at once; event bodies stay cached. */
const eventsOnly = { CACHE: 'on', CACHE_TTL_MS: '0' };
const hashes = (selection: string, first = 5) =>
  `{ issue(organization: "hellboy-meowmeow", id: "${MAIN}") { hashes(first: ${first}) { nodes { hash latestEvent { ${selection} } } } } }`;
const urls = ({ upstream }: TestGateway) =>
  upstream.requests.map(({ url }) => url.split('/').pop());

test('a repeated operation within the TTL costs no request and has the same result', async () => {
  await using gateway = await startGateway({ env: on });
  const first = await gateway.execute(hashes('size entries { type }'));
  for (let again = 0; again < 3; again += 1) {
    expect(await gateway.execute(hashes('size entries { type }'))).toEqual(first);
  }
  expect(gateway.upstream.requests).toHaveLength(1);
});

test('another operation that reads the same page costs no request', async () => {
  await using gateway = await startGateway({ env: on });
  await gateway.execute(hashes('size'));
  const { data } = await gateway.execute(hashes('size dist raw'));
  expect(data.issue.hashes.nodes[0].latestEvent.raw.eventID).toBeTypeOf('string');
  expect(gateway.upstream.requests).toHaveLength(1);
});

test('CACHE=off sends a request each time', async () => {
  await using gateway = await startGateway({ env: { CACHE: 'off' } });
  await gateway.execute(hashes('size'));
  await gateway.execute(hashes('size'));
  expect(gateway.upstream.requests).toHaveLength(2);
});

test('a page that was read before is requested with light events, and known events are not requested again', async () => {
  await using gateway = await startGateway({ env: eventsOnly });
  const first = await gateway.execute(hashes('size entries { type }'));
  expect(await gateway.execute(hashes('size entries { type }'))).toEqual(first);
  expect(urls(gateway)).toEqual(['?full=1&per_page=5', '?full=0&per_page=5']);
});

test('of a page that was read before, only unknown events are fetched, in one batch', async () => {
  await using gateway = await startGateway({ env: eventsOnly });
  await gateway.execute(hashes('size'));
  gateway.upstream.forgetRequests();
  const { data } = await gateway.execute(hashes('size', 8));
  expect(data.issue.hashes.nodes).toHaveLength(8);
  expect(gateway.upstream.requests.map(({ path }) => path.split('/').at(-2))).toEqual([
    'hashes',
    'events',
  ]);
  expect(gateway.upstream.requests[1]?.query.get('query')?.split(',')).toHaveLength(3);
});

test('a response to one token is not served to another', async () => {
  await using gateway = await startGateway({ env: on, signIn: 'passThrough' });
  const authorization = `Bearer ${gateway.upstream.token}`;
  await gateway.execute(hashes('size'), {}, { authorization });
  const { errors } = await gateway.execute(hashes('size'), {}, { authorization: 'Bearer other' });
  expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect(gateway.upstream.requests).toHaveLength(2);
});

test('if the upstream fails, an expired response is served and marked as stale', async () => {
  let isDown = false;
  await using gateway = await startGateway({
    env: { CACHE: 'on', CACHE_TTL_MS: '0', CACHE_STALE_MS: '60000' },
    intercept: () => (isDown ? { status: 503 } : undefined),
  });
  const first = await gateway.execute(hashes('title'));
  isDown = true;
  const stale = await gateway.execute(hashes('title'));
  expect(stale.data).toEqual(first.data);
  expect(stale.errors).toBeUndefined();
  expect(stale).toHaveProperty('extensions.stale.ageMs', expect.any(Number));
});

test('a refusal is returned even if an expired response is cached', async () => {
  let isGone = false;
  await using gateway = await startGateway({
    env: { CACHE: 'on', CACHE_TTL_MS: '0' },
    intercept: () => (isGone ? { status: 403, body: '{"detail":"no"}' } : undefined),
  });
  await gateway.execute(hashes('title'));
  isGone = true;
  const { errors } = await gateway.execute(hashes('title'));
  expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

test('a change through the gateway is visible to the next read', async () => {
  await using gateway = await startGateway({ env: on });
  const READ = `{ issue(organization: "hellboy-meowmeow", id: "${MAIN}") { id status } }`;
  const { data } = await gateway.execute(READ);
  for (let again = 0; again < 2; again += 1) {
    expect((await gateway.execute(READ)).data.issue.status).toBe('unresolved');
  }
  await gateway.execute(
    'mutation ($issue: ID!) { updateIssue(input: { issue: $issue, status: "resolved" }) { clientMutationId } }',
    { issue: data.issue.id },
  );
  expect((await gateway.execute(READ)).data.issue.status).toBe('resolved');
});

const UPDATE =
  'mutation ($issue: ID!) { updateIssue(input: { issue: $issue, status: "resolved" }) { clientMutationId } }';

test('a change with an unknown token keeps the cached responses of other callers', async () => {
  await using gateway = await startGateway({ env: on, signIn: 'passThrough' });
  const issue = encodeGlobalId('Issue', 'hellboy-meowmeow', MAIN);
  const owner = { authorization: `Bearer ${gateway.upstream.token}` };
  for (let again = 0; again < 20; again += 1) {
    const change = await gateway.execute(UPDATE, { issue }, { authorization: 'Bearer made-up' });
    expect(change.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    expect((await gateway.execute(hashes('size'), {}, owner)).errors).toBeUndefined();
  }
  const reads = gateway.upstream.requests.filter(({ path }) => path.endsWith('/hashes/'));
  expect(reads).toHaveLength(1);
});

test.each([
  [400, 'keeps'],
  [401, 'keeps'],
  [403, 'keeps'],
  [404, 'keeps'],
  [409, 'keeps'],
  [429, 'keeps'],
  [500, 'empties'],
  [502, 'empties'],
  [503, 'empties'],
  [504, 'empties'],
  [200, 'empties'],
])('a change that Sentry answers with %i %s the cache', async (status, effect) => {
  await using gateway = await startGateway({
    env: on,
    intercept: ({ method }) => (method === 'GET' ? undefined : { status, body: '{}' }),
  });
  const issue = encodeGlobalId('Issue', 'hellboy-meowmeow', MAIN);
  await gateway.execute(hashes('size'));
  await gateway.execute(UPDATE, { issue });
  gateway.upstream.forgetRequests();
  await gateway.execute(hashes('size'));
  expect(gateway.upstream.requests).toHaveLength(effect === 'keeps' ? 0 : 1);
});

test('a change whose response is lost empties the cache', async () => {
  await using gateway = await startGateway({
    env: { ...on, SENTRY_TIMEOUT_MS: '1000' },
    intercept: ({ method }) => (method === 'GET' ? undefined : new Promise(() => undefined)),
  });
  const issue = encodeGlobalId('Issue', 'hellboy-meowmeow', MAIN);
  await gateway.execute(hashes('size'));
  const { errors } = await gateway.execute(UPDATE, { issue });
  expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_TIMEOUT' } }]);
  gateway.upstream.forgetRequests();
  await gateway.execute(hashes('size'));
  expect(gateway.upstream.requests).toHaveLength(1);
});

test('long texts of callers count in the cache', async () => {
  await using gateway = await startGateway({
    env: { ...on, CACHE_MAX_BYTES: '1048576' },
  });
  const search = (text: string) =>
    gateway.execute(
      'query ($q: String!) { organization(slug: "hellboy-meowmeow") { issues(first: 1, query: $q) { nodes { id } } } }',
      { q: text },
    );
  await search('first');
  for (let index = 0; index < 60; index += 1) {
    await search(`${index}${'x'.repeat(6_500)}`);
  }
  gateway.upstream.forgetRequests();
  // 60 searches of 6,500 characters, in two keys each, do not fit; the first one was used least recently.
  await search('first');
  expect(gateway.upstream.requests.length).toBeGreaterThan(0);
});

test('a read that began before a change is not cached for reads after it', async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let isFirst = true;
  await using gateway = await startGateway({
    env: on,
    async intercept({ method, url, headers }) {
      if (method !== 'GET' || !isFirst) {
        return undefined;
      }
      isFirst = false;
      const { authorization = '' } = headers;
      const response = await fetch(`${gateway.upstream.url}${url}`, { headers: { authorization } });
      const body = await response.text();
      await held;
      return { status: 200, body };
    },
  });
  const READ = `{ issue(organization: "hellboy-meowmeow", id: "${MAIN}") { id status } }`;
  const before = gateway.execute(READ);
  await expect.poll(() => gateway.upstream.requests.length).toBe(2);
  const id = encodeGlobalId('Issue', 'hellboy-meowmeow', MAIN);
  await gateway.execute(
    `mutation { updateIssue(input: { issue: "${id}", status: "resolved" }) { clientMutationId } }`,
  );
  release();
  expect((await before).data.issue.status).toBe('unresolved');
  expect((await gateway.execute(READ)).data.issue.status).toBe('resolved');
});

test("a cached event body does not replace the event's own page, which has more fields", async () => {
  const own = 'size release { version } previousEvent { eventId size }';
  await using gateway = await startGateway({ env: on });
  await gateway.execute(hashes('size'));
  await using uncached = await startGateway({ env: { CACHE: 'off' } });
  const { data } = await gateway.execute(hashes(own, 2));
  expect(data).toEqual((await uncached.execute(hashes(own, 2))).data);
  expect(data.issue.hashes.nodes[0].latestEvent.release.version).toBeTypeOf('string');
});

test('a cached event body is served only for its own issue', async () => {
  await using gateway = await startGateway({ env: on });
  const event = (issue: string, id: string) =>
    `{ issue(organization: "hellboy-meowmeow", id: "${issue}") { event(id: "${id}") { eventId size } } }`;
  const { data } = await gateway.execute(hashes('eventId size', 1));
  const { eventId } = data.issue.hashes.nodes[0].latestEvent;
  expect((await gateway.execute(event(MAIN, eventId))).data.issue.event.eventId).toBe(eventId);
  expect((await gateway.execute(event('1341193000', eventId))).data.issue.event).toBeNull();
});

test('an event that an unmerge moved is not served at its old issue, even if its body is cached', async () => {
  await using gateway = await startGateway({ env: eventsOnly });
  const { data } = await gateway.execute(
    `{ issue(organization: "hellboy-meowmeow", id: "${MAIN}") { id hashes(first: 1) { nodes { hash latestEvent { eventId size } } } } }`,
  );
  const { id } = data.issue;
  const [{ hash, latestEvent }] = data.issue.hashes.nodes;
  const READ = `{ issue(organization: "hellboy-meowmeow", id: "${MAIN}") { event(id: "${latestEvent.eventId}") { size } } }`;
  expect((await gateway.execute(READ)).data.issue.event).not.toBeNull();
  const { errors } = await gateway.execute(
    'mutation ($issue: ID!, $hash: String!) { unmergeIssueHashes(input: { issue: $issue, hashes: [$hash] }) { clientMutationId } }',
    { issue: id, hash },
  );
  expect(errors).toBeUndefined();
  await expect.poll(async () => (await gateway.execute(READ)).data.issue.event).toBeNull();
});

test('the cache is bounded in bytes: evicted entries are requested again', async () => {
  await using gateway = await startGateway({ env: { ...on, CACHE_MAX_BYTES: '1048576' } });
  for (const id of [MAIN, '1341193000', '1341192000', MAIN]) {
    await gateway.execute(hashes('size', 100).replace(MAIN, id));
  }
  expect(gateway.upstream.requests).toHaveLength(4);
});

test.each(['on', 'off'])(
  'equal requests of many callers at once are one request (CACHE=%s)',
  async (CACHE) => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await using gateway = await startGateway({
      env: { CACHE },
      intercept: async () => {
        await held;
        return undefined;
      },
    });
    const asked = Array.from({ length: 20 }, () => gateway.execute(hashes('size')));
    // An operation of the same caller that reaches the upstream after all of these.
    const last = gateway.execute('{ organization(slug: "hellboy-meowmeow") { name } }');
    await expect.poll(() => gateway.upstream.requests.length).toBe(2);
    release();
    const answers = await Promise.all(asked);
    await last;
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(gateway.upstream.requests).toHaveLength(2);
  },
);

test('a client disconnect does not cancel a request that another client waits for', async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await using gateway = await startGateway({
    intercept: async () => {
      await held;
      return undefined;
    },
  });
  const leaving = new AbortController();
  const body = JSON.stringify({ query: hashes('size') });
  const left = fetch(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    signal: leaving.signal,
  }).catch((error: Error) => error.name);
  await expect.poll(() => gateway.upstream.requests.length).toBe(1);
  const stays = gateway.execute(hashes('size'));
  const later = gateway.execute('{ organization(slug: "hellboy-meowmeow") { name } }');
  await expect.poll(() => gateway.upstream.requests.length).toBe(2);
  leaving.abort();
  expect(await left).toBe('AbortError');
  release();
  const { data } = await stays;
  await later;
  expect(data.issue.hashes.nodes).toHaveLength(5);
  expect(gateway.upstream.requests).toHaveLength(2);
});

test('`extensions.upstream` has the cost of an operation if a header asks for it', async () => {
  await using gateway = await startGateway({ env: on });
  const asked = { 'x-sentry-graphql-upstream': 'true' };
  const upstreamOf = async (query: string, headers = {}) => {
    const answer = await gateway.execute(query, {}, headers);
    return (answer as { extensions?: { upstream?: object } }).extensions?.upstream;
  };
  expect(await upstreamOf(hashes('size'), asked)).toEqual({
    requests: 1,
    savedByBatching: 0,
    savedByCache: 0,
    savedBySingleFlight: 0,
    eventsFromCache: 0,
    waitedMs: expect.any(Number),
  });
  expect(await upstreamOf(hashes('size'), asked)).toMatchObject({ requests: 0, savedByCache: 1 });
  expect(await upstreamOf(hashes('size'))).toBeUndefined();
});

test('an operation that is answered from the cache is logged and counted', async () => {
  await using gateway = await startGateway({ env: on });
  const query = `query Again ${hashes('size')}`;
  const first = await gateway.execute(query);
  for (let again = 0; again < 2; again += 1) {
    expect(await gateway.execute(query)).toEqual(first);
  }
  const logged = gateway.log.filter(({ msg }) => msg === 'operation.answered');
  expect(
    logged.map(({ type, operationName, upstreamRequests }) => [
      type,
      operationName,
      upstreamRequests,
    ]),
  ).toEqual([
    ['query', 'Again', 1],
    ['query', 'Again', 0],
    ['query', 'Again', 0],
  ]);
  expect(new Set(logged.map(({ requestId }) => requestId)).size).toBe(3);
  const metrics = await (await fetch(new URL('/metrics', gateway.url))).text();
  expect(metrics).toContain('gateway_operations_total{type="query",outcome="whole"} 3');
});

test.each([
  ['on', 1],
  ['off', 2],
])(
  'a repeated request is one look-up in the cache with RESPONSE_CACHE=%s: %i',
  async (mode, hits) => {
    await using gateway = await startGateway({ env: { ...on, RESPONSE_CACHE: mode } });
    const issue = 'issue(organization: "hellboy-meowmeow", id: "1341191803")';
    const query = `{ ${issue} { a: hashes(first: 1) { nodes { hash } } b: hashes(first: 1, after: "0:7:0") { nodes { hash } } } }`;
    const first = await gateway.execute(query);
    expect(await gateway.execute(query)).toEqual(first);
    const metrics = await (await fetch(new URL('/metrics', gateway.url))).text();
    expect(metrics).toContain(`gateway_cache_lookups_total{outcome="hit"} ${hits}`);
  },
);

test('requests for more than the data bypass the cache of results', async () => {
  await using gateway = await startGateway({ env: on });
  const asked = { 'x-sentry-graphql-upstream': 'true' };
  const post = (headers: Readonly<Record<string, string>>) =>
    fetch(gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: hashes('size') }),
    });
  for (let again = 0; again < 3; again += 1) {
    await (await post({})).text();
  }
  const { data, extensions } = (await (await post(asked)).json()) as {
    readonly data: object;
    readonly extensions: { readonly upstream: object };
  };
  expect(extensions.upstream).toMatchObject({ requests: 0, savedByCache: 1 });
  expect({ data }).toEqual(await (await post({})).json());
});

test('a cached response has the media type that is requested', async () => {
  await using gateway = await startGateway({ env: on });
  const types = ['application/json', 'application/graphql-response+json'];
  for (const accept of [...types, ...types, ...types]) {
    const response = await fetch(gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept },
      body: JSON.stringify({ query: hashes('size') }),
    });
    expect(response.headers.get('content-type')).toBe(`${accept}; charset=utf-8`);
    await response.text();
  }
  expect(gateway.upstream.requests).toHaveLength(1);
});
