import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { startEmbeddedSentry } from '../../embedded-sentry/server.ts';
import { readConfig } from '../../src/config/config.ts';
import { ConfigError, type Environment } from '../../src/config/setting.ts';
import { createAuthority, createIdentity } from '../harness/certificates.ts';
import { startGateway } from '../harness/gateway.ts';
import { testWithIpv6 } from '../harness/ipv6.ts';
import { startProxy, startTls } from '../harness/tunnels.ts';

const HASHES =
  '{ issue(organization: "hellboy-meowmeow", id: "1341191803") { hashes(first: 1) { nodes { hash } } } }';
const HOST = 'sentry.example.test';
const NO_RETRIES = { SENTRY_RETRIES: '0' };

/** Creates files with these texts, and returns their paths. */
function writeFiles<Name extends string>(texts: Readonly<Record<Name, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'sentry-graphql-'));
  const paths = Object.entries<string>(texts).map(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return [name, join(folder, name)];
  });
  return {
    paths: Object.fromEntries(paths) as Record<Name, string>,
    [Symbol.dispose]: () => rmSync(folder, { recursive: true }),
  };
}

/** The result of one operation with a Sentry behind TLS and a proxy, and the requests of both. */
async function executeBehindProxy(
  env: (place: { readonly proxyUrl: string; readonly ca: string }) => Environment,
) {
  const authority = await createAuthority();
  using files = writeFiles({ ca: authority.cert });
  const sentry = await startEmbeddedSentry({ recordRequests: true });
  try {
    await using tls = await startTls(sentry.url, await createIdentity(HOST, authority));
    await using proxy = await startProxy(tls.port);
    const proxyUrl = `http://proxy-user:proxy-password@127.0.0.1:${proxy.port}`;
    await using gateway = await startGateway({
      env: {
        ...NO_RETRIES,
        SENTRY_URL: `https://${HOST}`,
        SENTRY_AUTH_TOKEN: sentry.token,
        ...env({ proxyUrl, ca: files.paths.ca }),
      },
    });
    const execution = await gateway.execute(HASHES);
    return { execution, connects: proxy.connects, requests: sentry.requests };
  } finally {
    await sentry.stop();
  }
}

test('requests to Sentry go through the proxy in a tunnel', async () => {
  const { execution, connects, requests } = await executeBehindProxy(({ proxyUrl, ca }) => ({
    HTTPS_PROXY: proxyUrl,
    SENTRY_CA_FILE: ca,
  }));
  expect(execution.data.issue.hashes.nodes).toHaveLength(1);
  expect(connects.map(({ host }) => host)).toEqual([`${HOST}:443`]);
  expect(connects[0]?.headers).toMatchObject({
    'proxy-authorization': `Basic ${Buffer.from('proxy-user:proxy-password').toString('base64')}`,
  });
  expect(connects[0]?.headers.authorization).toBeUndefined();
  expect(requests.map(({ headers }) => headers.host)).toEqual([HOST]);
  expect(requests[0]?.headers['proxy-authorization']).toBeUndefined();
});

test('proxy variables in lower case are read too', async () => {
  const { execution, connects } = await executeBehindProxy(({ proxyUrl, ca }) => ({
    https_proxy: proxyUrl,
    SENTRY_CA_FILE: ca,
  }));
  expect(execution.data.issue.hashes.nodes).toHaveLength(1);
  expect(connects).toHaveLength(1);
});

test.each(['example.test', '.example.test', HOST, '*'])(
  'with NO_PROXY=%s requests to Sentry bypass the proxy',
  async (NO_PROXY) => {
    const { execution, connects } = await executeBehindProxy(({ proxyUrl, ca }) => ({
      HTTPS_PROXY: proxyUrl,
      SENTRY_CA_FILE: ca,
      NO_PROXY,
    }));
    expect(connects).toEqual([]);
    // This name cannot be resolved here.
    expect(execution.errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNAVAILABLE' } }]);
  },
);

test('requests to loopback addresses never use the proxy', async () => {
  await using proxy = await startProxy(9);
  const proxyUrl = `http://127.0.0.1:${proxy.port}`;
  await using gateway = await startGateway({
    env: { HTTP_PROXY: proxyUrl, HTTPS_PROXY: proxyUrl },
  });
  expect((await gateway.execute(HASHES)).data.issue.hashes.nodes).toHaveLength(1);
  expect(proxy.connects).toEqual([]);
});

test('no request is sent to a server with an untrusted certificate', async () => {
  const { execution, connects, requests } = await executeBehindProxy(({ proxyUrl }) => ({
    HTTPS_PROXY: proxyUrl,
  }));
  expect(execution).toMatchObject({
    data: { issue: { hashes: null } },
    errors: [
      { message: 'Sentry cannot be reached.', extensions: { code: 'UPSTREAM_UNAVAILABLE' } },
    ],
  });
  expect(connects).toHaveLength(1);
  expect(requests).toEqual([]);
  expect(JSON.stringify(execution)).not.toContain('proxy-password');
});

test('the gateway presents its client certificate to Sentry', async () => {
  const authority = await createAuthority();
  const client = await createIdentity('gateway.example.test', authority);
  using files = writeFiles({ ca: authority.cert, cert: client.cert, key: client.key });
  const sentry = await startEmbeddedSentry({ recordRequests: true });
  {
    const names: unknown[] = [];
    await using tls = await startTls(sentry.url, {
      ...(await createIdentity('localhost', authority)),
      ca: authority.cert,
      requestCert: true,
      rejectUnauthorized: true,
      onClient: (socket) => names.push(socket.getPeerCertificate().subject.CN),
    });
    const env = {
      ...NO_RETRIES,
      SENTRY_URL: `https://localhost:${tls.port}`,
      SENTRY_AUTH_TOKEN: sentry.token,
      SENTRY_CA_FILE: files.paths.ca,
    };
    await using withoutCertificate = await startGateway({ env });
    expect((await withoutCertificate.execute(HASHES)).errors).toMatchObject([
      { message: 'Sentry cannot be reached.', extensions: { code: 'UPSTREAM_UNAVAILABLE' } },
    ]);
    expect(sentry.requests).toEqual([]);
    await using gateway = await startGateway({
      env: {
        ...env,
        SENTRY_CLIENT_CERT_FILE: files.paths.cert,
        SENTRY_CLIENT_KEY_FILE: files.paths.key,
      },
    });
    expect((await gateway.execute(HASHES)).data.issue.hashes.nodes).toHaveLength(1);
    expect(names).toContain('gateway.example.test');
  }
  await sentry.stop();
});

test('the key set is fetched through the same proxy, without the client certificate', async () => {
  const authority = await createAuthority();
  const client = await createIdentity('gateway.example.test', authority);
  using files = writeFiles({ ca: authority.cert, cert: client.cert, key: client.key });
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const keySet = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'current' }] });
  const provider = await startEmbeddedSentry({ intercept: () => ({ status: 200, body: keySet }) });
  {
    const shown: unknown[] = [];
    await using tls = await startTls(provider.url, {
      ...(await createIdentity('login.example.test', authority)),
      requestCert: true,
      rejectUnauthorized: false,
      onClient: (socket) => shown.push(socket.getPeerCertificate().subject),
    });
    await using proxy = await startProxy(tls.port);
    await using gateway = await startGateway({
      env: {
        HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`,
        SENTRY_CA_FILE: files.paths.ca,
        SENTRY_CLIENT_CERT_FILE: files.paths.cert,
        SENTRY_CLIENT_KEY_FILE: files.paths.key,
        GATEWAY_JWKS_URL: 'https://login.example.test/jwks',
        GATEWAY_JWT_ISSUER: 'login',
        GATEWAY_JWT_AUDIENCE: 'gateway',
      },
    });
    const token = await new SignJWT({ iss: 'login', aud: 'gateway', sub: 'ann' })
      .setProtectedHeader({ alg: 'ES256', kid: 'current' })
      .setExpirationTime('1m')
      .sign(privateKey);
    const { status } = await gateway.execute(HASHES, {}, { authorization: `Bearer ${token}` });
    expect(status).toBe(200);
    expect(proxy.connects.map(({ host }) => host)).toEqual(['login.example.test:443']);
    expect(shown).toEqual([undefined]);
  }
  await provider.stop();
});

testWithIpv6('the gateway listens on IPv6 and connects to Sentry over IPv6', async () => {
  await using gateway = await startGateway({ host: '::1', env: { HOST: '::1' } });
  expect(new URL(gateway.url).hostname).toBe('[::1]');
  expect(new URL(gateway.upstream.url).hostname).toBe('[::1]');
  expect((await gateway.execute(HASHES)).data.issue.hashes.nodes).toHaveLength(1);
});

test('the path of the base URL is a prefix of every request path', async () => {
  const sentry = await startEmbeddedSentry({ recordRequests: true });
  {
    await using gateway = await startGateway({
      env: { SENTRY_URL: `${sentry.url}/tools/sentry/`, SENTRY_AUTH_TOKEN: sentry.token },
    });
    expect((await gateway.execute(HASHES)).errors).toMatchObject([
      { extensions: { code: 'UNSUPPORTED_BY_UPSTREAM' } },
    ]);
    const paths = sentry.requests.map(({ path }) => path);
    expect(paths[0]).toBe(
      '/tools/sentry/api/0/organizations/hellboy-meowmeow/issues/1341191803/hashes/',
    );
    expect(paths.filter((path) => !path.startsWith('/tools/sentry/api/0/'))).toEqual([]);
  }
  await sentry.stop();
});

test('files and proxies that are not valid abort startup with one sentence', async () => {
  const authority = await createAuthority();
  const other = await createIdentity('gateway.example.test', authority);
  using files = writeFiles({
    text: 'hush',
    cert: authority.cert,
    key: authority.key,
    otherKey: other.key,
  });
  const { text, cert, key, otherKey } = files.paths;
  const CERTIFICATES = 'expected the path of a file with one or more certificates as PEM.';
  const refusals: [Environment, string][] = [
    [
      { HTTPS_PROXY: 'me:hush@proxy' },
      'HTTPS_PROXY is not a valid URL; expected the URL of an HTTP proxy, such as http://proxy.example.com:3128.',
    ],
    [
      { SENTRY_CA_FILE: '/nowhere.pem' },
      `SENTRY_CA_FILE is "/nowhere.pem", which does not exist; ${CERTIFICATES}`,
    ],
    [
      { SENTRY_CA_FILE: text },
      `SENTRY_CA_FILE is ${JSON.stringify(text)}, a file with other content; ${CERTIFICATES}`,
    ],
    [
      { SENTRY_CLIENT_CERT_FILE: cert },
      'SENTRY_CLIENT_CERT_FILE is set but SENTRY_CLIENT_KEY_FILE is not; mutual TLS needs both.',
    ],
    [
      { SENTRY_CLIENT_KEY_FILE: key },
      'SENTRY_CLIENT_KEY_FILE is set but SENTRY_CLIENT_CERT_FILE is not; mutual TLS needs both.',
    ],
    [
      { SENTRY_CLIENT_CERT_FILE: cert, SENTRY_CLIENT_KEY_FILE: text },
      `SENTRY_CLIENT_KEY_FILE is ${JSON.stringify(text)}, a file with other content; expected the path of a file with a private key as PEM, without a passphrase.`,
    ],
    [
      { SENTRY_CLIENT_CERT_FILE: cert, SENTRY_CLIENT_KEY_FILE: otherKey },
      'The key in SENTRY_CLIENT_KEY_FILE does not belong to the certificate in SENTRY_CLIENT_CERT_FILE.',
    ],
  ];
  for (const [env, sentence] of refusals) {
    expect(() => readConfig(env)).toThrow(new ConfigError(sentence));
  }
  const pair = { SENTRY_CLIENT_CERT_FILE: cert, SENTRY_CLIENT_KEY_FILE: key };
  expect(readConfig(pair).network.client).toEqual(authority);
});
