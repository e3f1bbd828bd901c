import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readConfig } from '../../src/config/config.ts';
import { ConfigError, type Environment } from '../../src/config/setting.ts';

test('without URL and token the upstream is the demo Sentry', () => {
  expect(readConfig({})).toMatchObject({
    http: { host: '127.0.0.1', port: 4000 },
    upstream: { target: { kind: 'embedded' }, timeoutMs: 15_000 },
    guard: { isReadOnly: false },
  });
});

test("only a token: sentry.io with that token; only a URL: that server with the callers' tokens", () => {
  expect(readConfig({ SENTRY_AUTH_TOKEN: 'secret' }).upstream.target).toEqual({
    kind: 'serviceToken',
    url: 'https://sentry.io',
    token: 'secret',
  });
  expect(readConfig({ SENTRY_URL: 'https://sentry.example.com/base' }).upstream.target).toEqual({
    kind: 'passThrough',
    url: 'https://sentry.example.com/base',
  });
});

test.each([
  ['https://sentry.example.com/api/0', 'https://sentry.example.com/'],
  ['https://sentry.example.com/api/0/', 'https://sentry.example.com/'],
  ['https://sentry.example.com/base/api/0/', 'https://sentry.example.com/base/'],
  ['https://sentry.example.com', 'https://sentry.example.com/'],
])('SENTRY_URL %s means the server at %s', (SENTRY_URL, url) => {
  expect(readConfig({ SENTRY_URL }).upstream.target).toEqual({ kind: 'passThrough', url });
});

test.each([
  'https://sentry.io/organizations/acme/issues/',
  'https://acme.sentry.io/issues/123/',
  'https://acme.sentry.io/settings/auth-tokens/',
  'https://sentry.example.com/auth/login/acme/',
  'https://sentry.example.com/api/0/organizations/acme/',
  'https://sentry.example.com/api/',
])('SENTRY_URL %s is the URL of a page or an endpoint, and aborts startup', (SENTRY_URL) => {
  expect(() => readConfig({ SENTRY_URL })).toThrow(
    new ConfigError(
      `SENTRY_URL is "${SENTRY_URL}", the URL of a page or an endpoint; expected the base URL of a Sentry server, such as https://sentry.example.com.`,
    ),
  );
});

test('in production the demo server needs DEMO=true', () => {
  const NODE_ENV = 'production';
  const refusal = new ConfigError(
    'No Sentry server is set: set SENTRY_URL, SENTRY_AUTH_TOKEN or SENTRY_CONFIG_FILE, or DEMO=true for the demo server, which is off in production.',
  );
  expect(() => readConfig({ NODE_ENV })).toThrow(refusal);
  expect(() => readConfig({ NODE_ENV, SENTRY_TOKEN: 'x' })).toThrow(refusal);
  expect(() => readConfig({ DEMO: 'false' })).toThrow(refusal);
  expect(readConfig({ NODE_ENV, DEMO: 'true' }).upstream.target).toEqual({ kind: 'embedded' });
});

test.each<[Environment, string]>([
  [{ PORT: 'abc' }, 'PORT is "abc"; expected a whole number from 0 to 65535.'],
  [{ PORT: '65536' }, 'PORT is "65536"; expected a whole number from 0 to 65535.'],
  [{ READ_ONLY: 'yes' }, 'READ_ONLY is "yes"; expected true or false.'],
  [{ PORT: '-1' }, 'PORT is "-1"; expected a whole number from 0 to 65535.'],
  [
    { SENTRY_URL: 'sentry.io' },
    'SENTRY_URL is "sentry.io"; expected the base URL of a Sentry server, such as https://sentry.example.com.',
  ],
  [
    { SENTRY_URL: 'ftp://sentry.io' },
    'SENTRY_URL is "ftp://sentry.io"; expected the base URL of a Sentry server, such as https://sentry.example.com.',
  ],
  [
    { SENTRY_TIMEOUT_MS: '1' },
    'SENTRY_TIMEOUT_MS is "1"; expected a whole number from 100 to 600000.',
  ],
  [
    { REDIS_URL: 'redis://localhost' },
    'REDIS_URL is set but GATEWAY_SHARED_SECRET is not; expected at least 32 characters, the same for all replicas.',
  ],
  [
    { REDIS_URL: 'redis://localhost', GATEWAY_SHARED_SECRET: 'x'.repeat(31) },
    'GATEWAY_SHARED_SECRET has 31 characters; expected at least 32 characters, the same for all replicas.',
  ],
  [
    { REDIS_URL: 'http://localhost', GATEWAY_SHARED_SECRET: 'x'.repeat(32) },
    'REDIS_URL is not a valid URL; expected redis://[user:password@]host[:port][,host[:port]...][/database], or rediss:// for TLS.',
  ],
  [
    { REDIS_URL: 'redis://one,two', GATEWAY_SHARED_SECRET: 'x'.repeat(32) },
    'REDIS_URL names 2 servers; expected one, or REDIS_MODE=cluster or sentinel.',
  ],
  [
    {
      REDIS_URL: 'redis://one/1',
      GATEWAY_SHARED_SECRET: 'x'.repeat(32),
      REDIS_MODE: 'cluster',
    },
    'REDIS_URL names a database; a Redis Cluster has only number 0.',
  ],
  [
    {
      REDIS_URL: 'redis://one',
      GATEWAY_SHARED_SECRET: 'x'.repeat(32),
      REDIS_SENTINEL_PASSWORD: 'hush',
    },
    'REDIS_SENTINEL_PASSWORD is set but REDIS_MODE is "single"; expected sentinel.',
  ],
  [
    {
      REDIS_URL: 'redis://one',
      GATEWAY_SHARED_SECRET: 'x'.repeat(32),
      REDIS_MODE: 'sentinel',
      REDIS_SENTINEL_USER: 'ann',
    },
    'REDIS_SENTINEL_USER is set but REDIS_SENTINEL_PASSWORD is not.',
  ],
])('%j aborts startup with one sentence', (env, sentence) => {
  expect(() => readConfig(env)).toThrow(new ConfigError(sentence));
});

test('REDIS_URL names one server or several, with a user, a password and a database', () => {
  const read = (REDIS_URL: string, env = {}) =>
    readConfig({ REDIS_URL, GATEWAY_SHARED_SECRET: 'x'.repeat(32), ...env }).redis;
  expect(read('redis://localhost')).toMatchObject({
    url: { isTls: false, username: '', password: '', database: 0 },
    mode: 'single',
    commandTimeoutMs: 50,
  });
  expect(read('rediss://ann:a%2Fb@[::1]:7000/2')?.url).toEqual({
    isTls: true,
    username: 'ann',
    password: 'a/b',
    addresses: [{ host: '::1', port: 7000 }],
    database: 2,
  });
  expect(read('redis://:pass@one:7000,two', { REDIS_MODE: 'sentinel' })?.url).toMatchObject({
    username: '',
    password: 'pass',
    addresses: [
      { host: 'one', port: 7000 },
      { host: 'two', port: 6379 },
    ],
  });
  expect(readConfig({}).redis).toBeNull();
});

test('no error message about a setting contains a token or a password', () => {
  for (const env of [
    { SENTRY_AUTH_TOKEN: 'hush hush' },
    { SENTRY_URL: 'https://me:hush@sentry.example.com' },
    { REDIS_URL: 'redis://me:hush@host:port' },
    { REDIS_URL: 'redis://me:hush%@host', GATEWAY_SHARED_SECRET: 'x'.repeat(32) },
    { GATEWAY_SHARED_SECRET: 'hush' },
  ]) {
    expect(() => readConfig(env)).toThrow(
      expect.objectContaining({
        name: 'ConfigError',
        message: expect.not.stringContaining('hush'),
      }),
    );
  }
});

test('any environment is either read or refused with a ConfigError', () => {
  const setting = fc.option(fc.string({ unit: 'binary' }), { nil: undefined });
  const environment = fc.record({
    PORT: setting,
    HOST: setting,
    SENTRY_URL: setting,
    SENTRY_AUTH_TOKEN: setting,
    SENTRY_TIMEOUT_MS: setting,
    REDIS_URL: setting,
    GATEWAY_SHARED_SECRET: setting,
  });
  fc.assert(
    fc.property(environment, (env) => {
      try {
        readConfig(env);
      } catch (error) {
        expect(error).toBeInstanceOf(ConfigError);
      }
    }),
  );
});
