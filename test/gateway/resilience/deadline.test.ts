import { expect, test } from 'vitest';
import { startGateway } from '../../harness/gateway.ts';

const never = () => new Promise<undefined>(() => {});

test('an operation is answered at its deadline: loaded fields keep their values, the others are UPSTREAM_TIMEOUT', async () => {
  await using gateway = await startGateway({
    env: { OPERATION_TIMEOUT_MS: '1500' },
    intercept: ({ path }) => (path.endsWith('/hashes/') ? undefined : never()),
  });
  const { data, errors } = await gateway.execute(
    '{ a: issue(organization: "hellboy-meowmeow", id: "1341191803") { title hashes(first: 2) { nodes { hash } } } b: organization(slug: "hellboy-meowmeow") { name } }',
  );
  expect(data).toEqual({
    a: { title: null, hashes: { nodes: [expect.anything(), expect.anything()] } },
    b: null,
  });
  expect(errors).toHaveLength(2);
  expect(errors?.map(({ path }) => path?.join('.')).sort()).toEqual(['a.title', 'b']);
  for (const error of errors ?? []) {
    expect(error.message).toBe('The operation exceeded its time limit of 1500 ms.');
    expect(error.extensions.code).toBe('UPSTREAM_TIMEOUT');
  }
});

test('a request that still waits in the queue at the deadline is UPSTREAM_TIMEOUT too', async () => {
  await using gateway = await startGateway({
    env: { OPERATION_TIMEOUT_MS: '1500', SENTRY_MAX_CONCURRENT: '1' },
    intercept: never,
  });
  const { errors } = await gateway.execute(
    '{ a: organization(slug: "a") { name } b: organization(slug: "b") { name } }',
  );
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual([
    'UPSTREAM_TIMEOUT',
    'UPSTREAM_TIMEOUT',
  ]);
  expect(gateway.upstream.requests).toHaveLength(1);
});

test('a client disconnect removes its requests from the queue', async () => {
  let release = () => {};
  const gate = new Promise<undefined>((resolve) => {
    release = () => resolve(undefined);
  });
  await using gateway = await startGateway({
    env: { SENTRY_MAX_CONCURRENT: '1' },
    intercept: () => gate,
  });
  const send = (slug: string, signal?: AbortSignal) =>
    fetch(gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: `{ organization(slug: "${slug}") { name } }` }),
      ...(signal ? { signal } : {}),
    });
  const first = send('hellboy-meowmeow');
  while (gateway.upstream.requests.length === 0) {
    await new Promise(setImmediate);
  }
  const leaving = new AbortController();
  const second = send('gone', leaving.signal).catch(() => 'left');
  await gateway.execute('{ __typename }');
  leaving.abort();
  expect(await second).toBe('left');
  await gateway.execute('{ __typename }');
  release();
  expect((await first).status).toBe(200);
  await send('third');
  expect(gateway.upstream.requests.map(({ path }) => path)).toEqual([
    '/api/0/organizations/hellboy-meowmeow/',
    '/api/0/organizations/third/',
  ]);
});
