import { request } from 'node:http';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TOKENS } from '../../embedded-sentry/tokens.ts';
import { isOwnHost } from '../../src/auth/host.ts';
import { readConfig } from '../../src/config/config.ts';
import { sha256 } from '../../src/config/secret.ts';
import { ConfigError, type Environment } from '../../src/config/setting.ts';
import { startGateway } from '../harness/gateway.ts';

const HASHES =
  '{ issue(organization: "hellboy-meowmeow", id: "1341191803") { hashes(first: 1) { nodes { hash } } } }';
const CI_KEY = 'ci-key-0123456789abcdef';
const BOARD_KEY = 'board-key-0123456789abcdef';
const KEYS = `ci:${CI_KEY}, board:sha256:${sha256(BOARD_KEY).toString('hex')}`;
const ROUTER = 'router-secret-0123456789abcdef';
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

test.each<[string, Record<string, string>]>([
  ['as a bearer', bearer(CI_KEY)],
  ['in a header of its own', { 'x-api-key': CI_KEY }],
  ['that is configured by its hash', bearer(BOARD_KEY)],
])('a key %s authenticates a caller and is not forwarded', async (_how, headers) => {
  await using gateway = await startGateway({ env: { GATEWAY_API_KEYS: KEYS } });
  const { status, data } = await gateway.execute(HASHES, {}, headers);
  expect(status).toBe(200);
  expect(data.issue.hashes.nodes).toHaveLength(1);
  expect(gateway.upstream.requests.map((request) => request.headers)).toEqual([
    expect.objectContaining(bearer(gateway.upstream.token)),
  ]);
  expect(JSON.stringify(gateway.upstream.requests)).not.toContain('key-0123456789abcdef');
});

test.each<[string, Record<string, string>, string]>([
  [
    'nothing',
    {},
    'Authentication is required: send `X-Api-Key: <key>` or `Authorization: Bearer <key>`.',
  ],
  ['an unknown key', { 'x-api-key': `${CI_KEY}0` }, 'The API key is unknown.'],
  ['an unknown bearer', bearer('sntryu_of_the_caller'), 'The API key is unknown.'],
  ["a key's hash", bearer(sha256(CI_KEY).toString('hex')), 'The API key is unknown.'],
  ["a key's name", bearer('ci'), 'The API key is unknown.'],
  [
    'a good bearer but a wrong key',
    { 'x-api-key': 'no', ...bearer(CI_KEY) },
    'The API key is unknown.',
  ],
])(
  'a caller with %s is UNAUTHENTICATED before its operation is read',
  async (_what, headers, message) => {
    await using gateway = await startGateway({ env: { GATEWAY_API_KEYS: KEYS } });
    const response = await fetch(gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: 'not even JSON',
    });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(await response.json()).toEqual({
      errors: [{ message, extensions: { code: 'UNAUTHENTICATED' } }],
    });
    expect(gateway.upstream.requests).toEqual([]);
  },
);

test('requests without an operation need no key; every way to send an operation does', async () => {
  await using gateway = await startGateway({ env: { GATEWAY_API_KEYS: KEYS } });
  const statusOf = async (path: string, init?: RequestInit) =>
    (await fetch(`${new URL(gateway.url).origin}${path}`, init)).status;
  const query = encodeURIComponent('{ __typename }');
  expect(await statusOf('/graphql', { headers: { accept: 'text/html' } })).toBe(200);
  expect(await statusOf('/healthz')).toBe(200);
  expect(await statusOf('/readyz')).toBe(200);
  expect(await statusOf('/graphql', { method: 'OPTIONS' })).not.toBe(401);
  expect(await statusOf(`/graphql?query=${query}`)).toBe(401);
  expect(await statusOf(`/graphql?query=${query}`, { method: 'HEAD' })).toBe(405);
  expect(await statusOf('/graphql?extensions={}', { headers: { accept: 'text/html' } })).toBe(401);
  expect(await statusOf('/graphql', { method: 'POST' })).toBe(401);
});

test('with a key in `X-Api-Key`, `Authorization` carries a Sentry token', async () => {
  await using gateway = await startGateway({
    signIn: 'passThrough',
    env: { GATEWAY_API_KEYS: KEYS },
  });
  const both = { 'x-api-key': CI_KEY, ...bearer(TOKENS.eventRead.text) };
  expect((await gateway.execute(HASHES, {}, both)).data.issue.hashes.nodes).toHaveLength(1);
  gateway.upstream.forgetRequests();
  const { data, errors } = await gateway.execute(HASHES, {}, bearer(CI_KEY));
  expect(data.issue).toEqual({ hashes: null });
  expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  expect(gateway.upstream.requests).toEqual([]);
});

test("without the router's secret a subgraph refuses every operation, `_entities` too", async () => {
  await using gateway = await startGateway({
    env: { ROUTER_SECRET: `${ROUTER},the-next-secret-of-all` },
  });
  const entities =
    '{ _entities(representations: [{ __typename: "Organization", slug: "hellboy-meowmeow" }]) { __typename } }';
  for (const headers of [{}, { 'x-router-authorization': `${ROUTER}0` }, bearer(ROUTER)]) {
    const { status, errors } = await gateway.execute(entities, {}, headers);
    expect(status).toBe(401);
    expect(errors).toEqual([
      {
        message:
          'This subgraph accepts operations only from its router, which sends `X-Router-Authorization`.',
        extensions: { code: 'UNAUTHENTICATED' },
      },
    ]);
  }
  expect(gateway.upstream.requests).toEqual([]);
  for (const secret of [ROUTER, `Bearer ${ROUTER}`, 'the-next-secret-of-all']) {
    const { data } = await gateway.execute(entities, {}, { 'x-router-authorization': secret });
    expect(data).toEqual({ _entities: [{ __typename: 'Organization' }] });
  }
});

test('a router forwards the tokens of its callers', async () => {
  await using gateway = await startGateway({
    signIn: 'passThrough',
    env: { ROUTER_SECRET: ROUTER },
  });
  const { data } = await gateway.execute(
    HASHES,
    {},
    {
      'x-router-authorization': ROUTER,
      ...bearer(TOKENS.eventRead.text),
    },
  );
  expect(data.issue.hashes.nodes).toHaveLength(1);
  expect(gateway.upstream.requests[0]?.headers['x-router-authorization']).toBeUndefined();
});

test.each(['0.0.0.0', '::', '192.168.1.4', 'gateway.example.com', ''])(
  'a gateway with a token listens beyond loopback only if callers authenticate (HOST=%j)',
  (HOST) => {
    const env = { HOST, SENTRY_AUTH_TOKEN: 'hush' };
    if (HOST === '') {
      expect(readConfig(env).http.host).toBe('127.0.0.1');
      return;
    }
    expect(() => readConfig(env)).toThrow(
      new ConfigError(
        `HOST is ${JSON.stringify(HOST)}, which other machines can reach, so anybody there could use SENTRY_AUTH_TOKEN. Set GATEWAY_API_KEYS, GATEWAY_JWKS_URL or ROUTER_SECRET to authenticate callers, or listen on 127.0.0.1.`,
      ),
    );
    expect(readConfig({ ...env, GATEWAY_API_KEYS: KEYS }).http.host).toBe(HOST);
    expect(readConfig({ ...env, ROUTER_SECRET: ROUTER }).http.host).toBe(HOST);
    // Built-in data and the callers' own tokens need no protection.
    expect(readConfig({ HOST }).http.host).toBe(HOST);
    expect(readConfig({ HOST, SENTRY_URL: 'https://sentry.example.com' }).http.host).toBe(HOST);
  },
);

test.each(['127.0.0.1', '127.8.9.10', '::1', 'localhost', '::ffff:127.0.0.1'])(
  'a gateway with a token listens on %s without authentication',
  (HOST) => {
    expect(readConfig({ HOST, SENTRY_AUTH_TOKEN: 'hush' }).http.host).toBe(HOST);
  },
);

test('a gateway that listens beyond loopback accepts authenticated callers', async () => {
  await using gateway = await startGateway({ env: { HOST: '0.0.0.0', GATEWAY_API_KEYS: KEYS } });
  expect((await gateway.execute('{ __typename }')).status).toBe(401);
  expect((await gateway.execute('{ __typename }', {}, bearer(CI_KEY))).status).toBe(200);
});

/** The status and body of an operation with this `Host` header. */
function sendTo(url: string, host: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = { host, 'content-type': 'application/json' };
    const sent = request(url, { method: 'POST', headers }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.on('error', reject).end(JSON.stringify({ query: HASHES }));
  });
}

test("a page whose host name resolves to this machine cannot use the gateway's token", async () => {
  await using gateway = await startGateway({ env: { GATEWAY_HOSTS: 'sentry.internal' } });
  for (const host of ['evil.example.com', 'evil.example.com:4000', 'localhost.evil.example.com']) {
    expect(await sendTo(gateway.url, host)).toEqual({
      status: 421,
      text: JSON.stringify({
        errors: [
          {
            message:
              'Callers do not authenticate here, so the Host header must be an IP address or localhost; GATEWAY_HOSTS allows other names.',
            extensions: { code: 'MISDIRECTED_REQUEST' },
          },
        ],
      }),
    });
  }
  expect(gateway.upstream.requests).toEqual([]);
  for (const host of ['localhost', '127.0.0.1:4000', '[::1]:4000', '10.0.0.7', 'Sentry.Internal']) {
    expect((await sendTo(gateway.url, host)).status).toBe(200);
  }
});

test('any `Host` is accepted if callers authenticate or send their own tokens', async () => {
  await using passThrough = await startGateway({ signIn: 'passThrough' });
  expect((await sendTo(passThrough.url, 'gateway.example.com')).status).toBe(200);
  await using keyed = await startGateway({ env: { GATEWAY_API_KEYS: KEYS } });
  expect((await sendTo(keyed.url, 'gateway.example.com')).status).toBe(401);
});

test('any `Host` header can be checked without an exception', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (host) => {
      expect(typeof isOwnHost(host, new Set())).toBe('boolean');
    }),
  );
  fc.assert(
    fc.property(fc.domain(), (host) => {
      expect(isOwnHost(host, new Set())).toBe(false);
    }),
  );
});

const SECRETS =
  'expected secrets of 16 or more characters, separated by commas, each as `secret`, `name:secret` or `name:sha256:<hex>`.';

test.each<[Environment, string]>([
  ...[',', ' ', ' , , '].map((keys): [Environment, string] => [
    { GATEWAY_API_KEYS: keys },
    `GATEWAY_API_KEYS has no secret; ${SECRETS}`,
  ]),
  [{ GATEWAY_API_KEYS: 'ci:hush' }, `GATEWAY_API_KEYS: secret 1 has 4 characters; ${SECRETS}`],
  [
    { GATEWAY_API_KEYS: `${CI_KEY},b b:${BOARD_KEY}` },
    `GATEWAY_API_KEYS: secret 2 has a name that is not 1 to 64 letters, digits, \`-\`, \`_\` or \`.\`; ${SECRETS}`,
  ],
  [
    { GATEWAY_API_KEYS: `a:${CI_KEY},a:${BOARD_KEY}` },
    `GATEWAY_API_KEYS has two secrets with the same name; ${SECRETS}`,
  ],
  ...[`sha256:${'0'.repeat(64)}`, `SHA256:${'0'.repeat(64)}`, `sha512:${'0'.repeat(128)}`].map(
    (hash): [Environment, string] => [
      { GATEWAY_API_KEYS: `${CI_KEY},${hash}` },
      `GATEWAY_API_KEYS: secret 2 is a hash without a name; ${SECRETS}`,
    ],
  ),
  ...[
    `sha256:${'0'.repeat(63)}`,
    `sha256:${'0'.repeat(65)}`,
    `sha256:${'g'.repeat(64)}`,
    `sha512:${'0'.repeat(128)}`,
    `md5:${'0'.repeat(32)}`,
  ].map((hash): [Environment, string] => [
    { GATEWAY_API_KEYS: `ci:${hash}` },
    `GATEWAY_API_KEYS: secret 1 is a hash that is not \`sha256:\` and 64 hex digits; ${SECRETS}`,
  ]),
  [
    { ROUTER_SECRET: 'hush hush hush hush' },
    `ROUTER_SECRET: secret 1 has characters that an HTTP header cannot contain; ${SECRETS}`,
  ],
  [
    { GATEWAY_JWKS_URL: 'http://login.example.com/jwks' },
    'GATEWAY_JWKS_URL is "http://login.example.com/jwks"; expected an https URL, such as https://login.example.com/.well-known/jwks.json.',
  ],
  [
    { GATEWAY_JWKS_URL: 'https://login.example.com/jwks', GATEWAY_JWT_ISSUER: 'login' },
    'GATEWAY_JWKS_URL is set but GATEWAY_JWT_AUDIENCE is not; JWTs are accepted only from one issuer and for one audience.',
  ],
  [
    {
      SENTRY_URL: 'https://sentry.example.com',
      GATEWAY_JWKS_URL: 'https://login.example.com/jwks',
      GATEWAY_JWT_ISSUER: 'login',
      GATEWAY_JWT_AUDIENCE: 'gateway',
    },
    'GATEWAY_JWKS_URL is set, but callers send their own Sentry tokens, and `Authorization` can carry only one of the two. Set SENTRY_AUTH_TOKEN, or replace JWTs by GATEWAY_API_KEYS, which callers send in `X-Api-Key`.',
  ],
])('%j aborts startup with one sentence that contains no secret', (env, sentence) => {
  expect(() => readConfig(env)).toThrow(new ConfigError(sentence));
});
