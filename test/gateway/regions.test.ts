import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type RecordedRequest,
  type ReplacementAnswer,
  startEmbeddedSentry,
} from '../../embedded-sentry/server.ts';
import type { Environment } from '../../src/config/setting.ts';
import { createAuthority, createIdentity, type Identity } from '../harness/certificates.ts';
import { type RunningGateway, startGatewayOver } from '../harness/gateway.ts';
import { startProxy, startTls } from '../harness/tunnels.ts';

/* The demo server plays every host of sentry.io, behind a proxy that all connections use. */

const ORGANIZATION = '/api/0/organizations/hellboy-meowmeow/';
const HASHES = '/api/0/organizations/hellboy-meowmeow/issues/1341191803/hashes/';
const NAME = '{ organization(slug: "hellboy-meowmeow") { name } }';
const NOTE = `mutation { addIssueNote(input: { issue: "hellboy-meowmeow/CHECKOUT-1", text: "Seen." }) {
  clientMutationId
} }`;

type Intercept = (request: RecordedRequest) => ReplacementAnswer | undefined;

interface SentryIo extends AsyncDisposable {
  readonly gateway: RunningGateway;
  /** Host and path of each request, in order. */
  readonly asked: () => readonly string[];
  /** Hosts that the gateway connected to. */
  readonly connected: () => readonly string[];
}

const folder = mkdtempSync(join(tmpdir(), 'sentry-graphql-'));
const caFile = join(folder, 'ca.pem');
let identity: Identity;
beforeAll(async () => {
  const authority = await createAuthority();
  writeFileSync(caFile, authority.cert);
  identity = await createIdentity('sentry.io', authority, ['*.sentry.io', '*.example.test']);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function startSentryIo(intercept: Intercept, env: Environment = {}): Promise<SentryIo> {
  const sentry = await startEmbeddedSentry({ recordRequests: true, intercept });
  const tls = await startTls(sentry.url, identity);
  const proxy = await startProxy(tls.port);
  const gateway = await startGatewayOver({
    SENTRY_AUTH_TOKEN: sentry.token,
    HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`,
    SENTRY_CA_FILE: caFile,
    SENTRY_RETRIES: '0',
    CACHE: 'off',
    ...env,
  });
  return {
    gateway,
    asked: () => sentry.requests.map(({ headers, path }) => `${headers.host} ${path}`),
    connected: () => [...new Set(proxy.connects.map(({ host }) => host))],
    async [Symbol.asyncDispose]() {
      await gateway[Symbol.asyncDispose]();
      await proxy[Symbol.asyncDispose]();
      await tls[Symbol.asyncDispose]();
      await sentry.stop();
    },
  };
}

const json = (body: unknown): ReplacementAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

const organizationBody = (regionUrl: unknown, slug = 'hellboy-meowmeow') => ({
  id: '1',
  slug,
  name: 'Hellboy',
  links: { organizationUrl: 'https://acme.sentry.io', regionUrl },
});

/** Answers for the organization of the demo server, in a region. */
const inRegion =
  (region: string): Intercept =>
  ({ path }) => {
    const body = organizationBody(`https://${region}.sentry.io`);
    return { [ORGANIZATION]: json(body), '/api/0/organizations/': json([body]) }[path];
  };

/** The name of an organization in the path of its lookup. */
const lookedUp = ({ path }: RecordedRequest) =>
  /^\/api\/0\/organizations\/([^/]+)\/$/.exec(path)?.[1];

const hashesOf = (organization: string) =>
  `{ issue(organization: "${organization}", id: "1341191803") { hashes(first: 1) { nodes { hash } } } }`;

test.each(['us', 'us2', 'de'])(
  'on sentry.io, an organization in the region %s is looked up once, and then requested there',
  async (region) => {
    await using sentryIo = await startSentryIo(inRegion(region));
    for (let i = 0; i < 2; i += 1) {
      expect(
        (await sentryIo.gateway.execute(hashesOf('hellboy-meowmeow'))).data.issue.hashes.nodes,
      ).toHaveLength(1);
    }
    expect(sentryIo.asked()).toEqual([
      `sentry.io ${ORGANIZATION}`,
      `${region}.sentry.io ${HASHES}`,
      `${region}.sentry.io ${HASHES}`,
    ]);
  },
);

test('requests that need the region at the same time look it up together', async () => {
  await using sentryIo = await startSentryIo(inRegion('de'));
  const { gateway, asked } = sentryIo;
  await Promise.all([
    gateway.execute(hashesOf('hellboy-meowmeow')),
    gateway.execute(NAME),
    gateway.execute(hashesOf('hellboy-meowmeow')),
  ]);
  expect(asked().filter((each) => each.startsWith('sentry.io'))).toEqual([
    `sentry.io ${ORGANIZATION}`,
  ]);
});

test('a request for the organization, or for the list of organizations, shows the region', async () => {
  for (const first of [NAME, '{ organizations(first: 5) { nodes { slug } } }']) {
    await using sentryIo = await startSentryIo(inRegion('de'));
    expect((await sentryIo.gateway.execute(first)).errors).toBeUndefined();
    await sentryIo.gateway.execute(hashesOf('hellboy-meowmeow'));
    expect(sentryIo.asked()).toHaveLength(2);
    expect(sentryIo.asked()[1]).toBe(`de.sentry.io ${HASHES}`);
  }
});

test('a change is sent to the region, once', async () => {
  await using sentryIo = await startSentryIo(inRegion('de'));
  expect((await sentryIo.gateway.execute(NOTE)).errors).toBeUndefined();
  const changes = sentryIo.asked().filter((each) => each.endsWith('/comments/'));
  expect(changes).toHaveLength(1);
  expect(changes[0]).toMatch(/^de\.sentry\.io /);
});

test('a change expires what was read before the region was known', async () => {
  let name = 'before';
  await using sentryIo = await startSentryIo(
    ({ path }) =>
      path === ORGANIZATION
        ? json({ ...organizationBody('https://de.sentry.io'), name })
        : undefined,
    { CACHE: 'on' },
  );
  const { gateway, asked } = sentryIo;
  const readName = async () => (await gateway.execute(NAME)).data.organization.name;
  expect([await readName(), await readName()]).toEqual(['before', 'before']);
  expect(asked()).toHaveLength(1);
  name = 'after';
  await gateway.execute(NOTE);
  expect(await readName()).toBe('after');
  expect(asked().at(-1)).toBe(`de.sentry.io ${ORGANIZATION}`);
});

const NO_REGIONS = [
  'https://evil.example.test',
  'https://sentry.io.example.test',
  'https://evilsentry.io',
  'http://us.sentry.io',
  'https://us.sentry.io:8443',
  'https://user:password@us.sentry.io',
  'https://us.sentry.io/path',
  'https://us.sentry.io?query=1',
  'https://us.sentry.io#hash',
  'https://us.sentry.io.',
  'https://us.sentry.io@evil.example.test',
  'https://evil.example.test\\.sentry.io',
  'https://sentry.io',
  '//us.sentry.io',
  'us.sentry.io',
  '',
  7,
  null,
  { href: 'https://us.sentry.io' },
];

test('with anything else as region, every request stays on sentry.io', async () => {
  await using sentryIo = await startSentryIo((request) => {
    const slug = lookedUp(request);
    return json(
      slug === undefined ? [] : organizationBody(NO_REGIONS[Number(slug.split('-')[1])], slug),
    );
  });
  const { gateway, asked, connected } = sentryIo;
  for (const index of [...NO_REGIONS.keys(), ...NO_REGIONS.keys()]) {
    await gateway.execute(hashesOf(`acme-${index}`));
  }
  expect(connected()).toEqual(['sentry.io:443']);
  expect(asked().filter((each) => /organizations\/[^/]+\/$/.test(each))).toHaveLength(
    NO_REGIONS.length,
  );
});

test.each([
  ['403, as without the scope org:read', 403, 1],
  ['404', 404, 1],
  ['500', 500, 2],
])(
  'if the lookup is answered %s, the organization is requested from sentry.io',
  async (_, status, lookups) => {
    await using sentryIo = await startSentryIo((request) =>
      lookedUp(request) ? { status, body: '{"detail": "No."}' } : undefined,
    );
    for (let i = 0; i < 2; i += 1) {
      const { data, errors } = await sentryIo.gateway.execute(hashesOf('hellboy-meowmeow'));
      expect(errors).toBeUndefined();
      expect(data.issue.hashes.nodes).toHaveLength(1);
    }
    expect(sentryIo.connected()).toEqual(['sentry.io:443']);
    expect(sentryIo.asked().filter((each) => each.endsWith(ORGANIZATION))).toHaveLength(lookups);
  },
);

test('a token that sentry.io does not know takes one request', async () => {
  await using sentryIo = await startSentryIo(() => ({
    status: 401,
    body: '{"detail": "Invalid token"}',
  }));
  const { errors } = await sentryIo.gateway.execute(hashesOf('acme'));
  expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  expect(sentryIo.asked()).toEqual(['sentry.io /api/0/organizations/acme/']);
});

test('with the address of a region as SENTRY_URL, no region is looked up', async () => {
  const env = { SENTRY_URL: 'https://de.sentry.io' };
  await using sentryIo = await startSentryIo(inRegion('us'), env);
  await sentryIo.gateway.execute(hashesOf('hellboy-meowmeow'));
  expect(sentryIo.asked()).toEqual([`de.sentry.io ${HASHES}`]);
});

test('while a region fails, organizations of other regions are served', async () => {
  await using sentryIo = await startSentryIo(
    (request) => {
      const slug = lookedUp(request);
      if (slug !== undefined) {
        return json(organizationBody(`https://${slug}.sentry.io`, slug));
      }
      return request.headers.host === 'us.sentry.io' ? { status: 503 } : json([]);
    },
    { SENTRY_BREAKER_MIN_REQUESTS: '1', SENTRY_BREAKER_OPEN_MS: '600000' },
  );
  const { gateway, asked } = sentryIo;
  for (let i = 0; i < 2; i += 1) {
    expect((await gateway.execute(hashesOf('us'))).errors).toMatchObject([
      { extensions: { code: 'UPSTREAM_UNAVAILABLE' } },
    ]);
  }
  expect(asked().filter((each) => each.startsWith('us.sentry.io'))).toHaveLength(1);
  await gateway.execute(hashesOf('de'));
  expect(asked().at(-1)).toMatch(/^de\.sentry\.io /);
});
