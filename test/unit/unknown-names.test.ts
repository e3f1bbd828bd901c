import { expect, test } from 'vitest';
import { SETTING_GROUPS } from '../../src/config/config.ts';
import { reportUnknownNames } from '../../src/config/unknown-names.ts';

test.each([
  ['SENTRY_TOKEN', 'SENTRY_AUTH_TOKEN'],
  ['SENTRY_AUTHTOKEN', 'SENTRY_AUTH_TOKEN'],
  ['sentry_auth_token', 'SENTRY_AUTH_TOKEN'],
  ['MAX_UPSTREAM_REQUEST', 'MAX_UPSTREAM_REQUESTS'],
  ['UPSTREAM_REQUESTS', 'MAX_UPSTREAM_REQUESTS'],
  ['GATEWAY_API_KEY', 'GATEWAY_API_KEYS'],
  ['API_KEYS', 'GATEWAY_API_KEYS'],
  ['READONLY', 'READ_ONLY'],
  ['LOGLEVEL', 'LOG_LEVEL'],
  ['REQUEST_TIMEOUT', 'REQUEST_TIMEOUT_MS'],
])('%s is reported, with a suggestion: %s', (name, meant) => {
  expect(reportUnknownNames({ [name]: 'x' })).toEqual([
    `${name} is not a setting of sentry-graphql: did you mean ${meant}?`,
  ]);
});

test.each(['SENTRY_DSN', 'SENTRY_ENVIRONMENT', 'GATEWAY_PORTAL'])(
  "%s is reported, because its name is like a setting's and it has no effect",
  (name) => {
    expect(reportUnknownNames({ [name]: 'x' })).toEqual([
      `${name} is not a setting of sentry-graphql and has no effect.`,
    ]);
  },
);

test("settings and other programs' environment variables are not reported", () => {
  const settings = Object.values(SETTING_GROUPS).flatMap((group) =>
    Object.values(group).map(({ name }) => name),
  );
  const others = [
    ...['http_proxy', 'https_proxy', 'no_proxy', 'ALL_PROXY', 'FTP_PROXY', 'NODE_ENV', 'PATH'],
    ...['HOME', 'HOSTNAME', 'USER', 'SHELL', 'LANG', 'TERM', 'PWD', 'TMPDIR', 'NODE_OPTIONS'],
    ...['KUBERNETES_SERVICE_HOST', 'KUBERNETES_PORT', 'npm_config_cache', 'npm_package_name'],
    ...['DATABASE_URL', 'REDIS_URL', 'EMBEDDED_HASHES', 'CI', 'PORTS', 'HOSTS', 'OTEL_LOG_LEVEL'],
  ];
  const env = Object.fromEntries([...settings, ...others].map((name) => [name, 'x']));
  expect(reportUnknownNames(env)).toEqual([]);
});

test('an empty variable counts as not set', () => {
  expect(reportUnknownNames({ SENTRY_TOKEN: '', SENTRY_DSN: undefined })).toEqual([]);
});
