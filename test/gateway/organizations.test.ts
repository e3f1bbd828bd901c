import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startEmbeddedSentry } from '../../embedded-sentry/server.ts';
import { TOKENS } from '../../embedded-sentry/tokens.ts';
import { readConfig } from '../../src/config/config.ts';
import { ConfigError, type Environment } from '../../src/config/setting.ts';
import { startGateway } from '../harness/gateway.ts';

const HASHES = `query ($organization: String!) {
  issue(organization: $organization, id: "1341191803") { hashes(first: 1) { nodes { hash } } }
}`;
const ACME = { organization: 'hellboy-meowmeow' };
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** A reference to an environment variable in a configuration file. */
const variable = (name: string) => `\${${name}}`;

/** A configuration file with this text. */
function writeFile(content: unknown): Disposable & { readonly path: string } {
  const folder = mkdtempSync(join(tmpdir(), 'sentry-graphql-'));
  const path = join(folder, 'config.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return { path, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) };
}

test('an organization that is not served is FORBIDDEN without a request to Sentry', async () => {
  await using gateway = await startGateway({ env: { SENTRY_ORGANIZATIONS: 'acme, globex' } });
  const operations = [
    HASHES,
    'query ($organization: String!) { organization(slug: $organization) { name } }',
    'mutation { updateIssue(input: { issue: "$ID", status: "resolved" }) { clientMutationId } }',
  ];
  await using open = await startGateway();
  const { data } = await open.execute(
    '{ issue(organization: "hellboy-meowmeow", id: "1341191803") { id } }',
  );
  for (const operation of operations) {
    const { errors } = await gateway.execute(operation.replace('$ID', data.issue.id), ACME);
    expect(errors).toMatchObject([
      {
        message: 'This gateway does not serve the organization "hellboy-meowmeow".',
        extensions: { code: 'FORBIDDEN' },
      },
    ]);
  }
  expect(gateway.upstream.requests).toEqual([]);
});

test('an organization in SENTRY_ORGANIZATIONS is served', async () => {
  await using gateway = await startGateway({
    env: { SENTRY_ORGANIZATIONS: 'acme,hellboy-meowmeow' },
  });
  expect((await gateway.execute(HASHES, ACME)).data.issue.hashes.nodes).toHaveLength(1);
});

test('in one operation each organization is requested from its own server with its own token', async () => {
  const globex = await startEmbeddedSentry({ recordRequests: true });
  const initech = await startEmbeddedSentry({ recordRequests: true });
  using file = writeFile({
    organizations: {
      globex: { url: globex.url, token: variable('GLOBEX_TOKEN') },
      initech: { url: initech.url },
    },
  });
  {
    await using gateway = await startGateway({
      env: { SENTRY_CONFIG_FILE: file.path, GLOBEX_TOKEN: TOKENS.eventRead.text },
    });
    const { data, errors } = await gateway.execute(
      `{
        common: issue(organization: "hellboy-meowmeow", id: "1") { hashes { nodes { hash } } }
        globex: issue(organization: "globex", id: "2") { hashes { nodes { hash } } }
        initech: issue(organization: "initech", id: "3") { hashes { nodes { hash } } }
      }`,
      {},
      bearer('sntryu_of_the_caller'),
    );
    const asked = (requests: typeof globex.requests) =>
      requests.map(({ path, headers }) => [path.split('/')[4], headers.authorization]);
    expect(asked(gateway.upstream.requests)).toEqual([
      ['hellboy-meowmeow', `Bearer ${gateway.upstream.token}`],
    ]);
    expect(asked(globex.requests)).toEqual([['globex', `Bearer ${TOKENS.eventRead.text}`]]);
    expect(asked(initech.requests)).toEqual([['initech', 'Bearer sntryu_of_the_caller']]);
    expect(data).toEqual({ common: null, globex: null, initech: { hashes: null } });
    expect(errors?.map(({ extensions }) => extensions.code).sort()).toEqual([
      'NOT_FOUND',
      'NOT_FOUND',
      'UNAUTHENTICATED',
    ]);
  }
  await globex.stop();
  await initech.stop();
});

test('a path without an organization is sent to the server of the organization', async () => {
  const glitchTip = await startEmbeddedSentry({ dialect: 'glitchtip', recordRequests: true });
  using file = writeFile({
    organizations: { 'hellboy-meowmeow': { url: glitchTip.url, token: glitchTip.token } },
  });
  {
    await using gateway = await startGateway({ env: { SENTRY_CONFIG_FILE: file.path } });
    const { data, errors } = await gateway.execute(
      '{ issue(organization: "hellboy-meowmeow", id: "1341191803") { latestEvent { eventId } } }',
    );
    expect(errors).toBeUndefined();
    expect(data.issue.latestEvent.eventId).toBeTypeOf('string');
    const paths = glitchTip.requests.map(({ path }) => path);
    expect(paths).toContain('/api/0/issues/1341191803/events/latest/');
    expect(gateway.upstream.requests).toEqual([]);
  }
  await glitchTip.stop();
});

test('with only SENTRY_CONFIG_FILE, only its organizations are served', async () => {
  const sentry = await startEmbeddedSentry({ recordRequests: true });
  using file = writeFile({
    organizations: { 'hellboy-meowmeow': { url: sentry.url, token: sentry.token } },
  });
  {
    await using gateway = await startGateway({
      env: { SENTRY_CONFIG_FILE: file.path, SENTRY_URL: '', SENTRY_AUTH_TOKEN: '' },
    });
    const { data } = await gateway.execute(HASHES, ACME);
    expect(data.issue.hashes.nodes).toHaveLength(1);
    const { errors } = await gateway.execute(HASHES, { organization: 'globex' });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(sentry.requests).toHaveLength(1);
    expect(gateway.upstream.requests).toEqual([]);
  }
  await sentry.stop();
});

test("SENTRY_AUTH_TOKEN is never sent to an organization's own server", () => {
  using file = writeFile({ organizations: { globex: { url: 'https://de.sentry.io' } } });
  const { organizations } = readConfig({
    SENTRY_CONFIG_FILE: file.path,
    SENTRY_AUTH_TOKEN: 'hush',
  });
  expect(organizations.targets.get('globex')).toEqual({
    url: 'https://de.sentry.io/',
    token: null,
  });
});

const EXPECTED_URL =
  'expected the base URL of a Sentry server, such as https://sentry.example.com.';

test.each<[unknown, string]>([
  [
    '{"organizations": {"acme": {"token": hush}}}',
    'The file that SENTRY_CONFIG_FILE names is not JSON.',
  ],
  ['[]', 'SENTRY_CONFIG_FILE is not a JSON object.'],
  [
    { organisations: {} },
    'SENTRY_CONFIG_FILE has the unknown key "organisations"; expected organizations.',
  ],
  [
    { organizations: { acme: 'hush' } },
    'SENTRY_CONFIG_FILE: organizations.acme is not a JSON object.',
  ],
  [
    { organizations: { acme: { tokn: 'hush' } } },
    'SENTRY_CONFIG_FILE: organizations.acme has the unknown key "tokn"; expected url or token.',
  ],
  [
    { organizations: { acme: { url: 'de.sentry.io' } } },
    `SENTRY_CONFIG_FILE: organizations.acme.url is "de.sentry.io"; ${EXPECTED_URL}`,
  ],
  [
    { organizations: { acme: { token: 7 } } },
    'SENTRY_CONFIG_FILE: organizations.acme.token is not a string, or is empty.',
  ],
  [
    { organizations: { acme: { token: variable('ACME_TOKEN') } } },
    'SENTRY_CONFIG_FILE: organizations.acme.token refers to the environment variable ACME_TOKEN, which is not set.',
  ],
  [
    { organizations: { acme: { token: 'hush hush' } } },
    'SENTRY_CONFIG_FILE: organizations.acme.token (9 characters) contains characters that a token cannot have; expected a Sentry token, without spaces or quotes.',
  ],
])('a file with %j aborts startup with one sentence', (content, sentence) => {
  using file = writeFile(content);
  expect(() => readConfig({ SENTRY_CONFIG_FILE: file.path })).toThrow(new ConfigError(sentence));
});

test.each<[Environment, string]>([
  [
    { SENTRY_CONFIG_FILE: '/nowhere/config.json' },
    'SENTRY_CONFIG_FILE is "/nowhere/config.json", which does not exist; expected the path of a JSON file, as described in docs/signing-in.md.',
  ],
  [
    { SENTRY_ORGANIZATIONS: 'acme,,' },
    'SENTRY_ORGANIZATIONS has ""; expected slugs separated by commas, such as acme,globex.',
  ],
  [
    { SENTRY_ORGANIZATIONS: '../acme' },
    'SENTRY_ORGANIZATIONS has "../acme"; expected slugs separated by commas, such as acme,globex.',
  ],
])('%j aborts startup with one sentence', (env, sentence) => {
  expect(() => readConfig(env)).toThrow(new ConfigError(sentence));
});

test('a gateway with tokens in a file listens beyond loopback only if callers authenticate', () => {
  using file = writeFile({ organizations: { acme: { token: 'hush' } } });
  const env = { SENTRY_CONFIG_FILE: file.path, HOST: '0.0.0.0' };
  expect(() => readConfig(env)).toThrow(
    /could use SENTRY_CONFIG_FILE's tokens\. Set GATEWAY_API_KEYS/,
  );
  expect(readConfig({ ...env, GATEWAY_API_KEYS: 'ci:0123456789abcdef' }).http.host).toBe('0.0.0.0');
});

test('a token’s organizations take one request, and their names, IDs and dates none', async () => {
  await using gateway = await startGateway({ signIn: 'passThrough' });
  const list = (token: string, selection: string) =>
    gateway.execute(`{ organizations(first: 100) { ${selection} } }`, {}, bearer(token));
  const { data, errors } = await list(
    TOKENS.everyScope.text,
    'edges { node { id slug name organizationId dateCreated } } nodes { name }',
  );
  expect(errors).toBeUndefined();
  expect(data.organizations).toEqual({
    edges: [
      {
        node: {
          id: expect.any(String),
          slug: 'hellboy-meowmeow',
          name: 'Hellboy Meowmeow',
          organizationId: '323938',
          dateCreated: '2018-11-06T21:19:55.101000Z',
        },
      },
    ],
    nodes: [{ name: 'Hellboy Meowmeow' }],
  });
  expect(gateway.upstream.requests.map(({ url }) => url)).toEqual([
    '/api/0/organizations/?per_page=100&limit=100',
  ]);
  const refused = await list(TOKENS.eventRead.text, 'nodes { slug }');
  expect(refused.data.organizations).toBeNull();
  expect(refused.errors).toMatchObject([
    { extensions: { code: 'FORBIDDEN', requiredScope: 'org:read' } },
  ]);
});

test('the issues of each listed organization are measured and found', async () => {
  await using gateway = await startGateway({ signIn: 'passThrough' });
  const execution = await gateway.execute(
    '{ organizations(first: 5) { nodes { slug name issues(first: 1) { nodes { title } } } } }',
    {},
    { ...bearer(TOKENS.bothOrganizations.text), 'x-sentry-graphql-cost': 'true' },
  );
  const { data, errors } = execution;
  expect(errors).toBeUndefined();
  expect(data.organizations.nodes.map(({ slug }: { slug: string }) => slug)).toEqual([
    'other-org',
    'hellboy-meowmeow',
  ]);
  expect(gateway.upstream.requests).toHaveLength(3);
  // Two for the list, and two for the issues of each of five.
  expect(execution).toMatchObject({
    extensions: { cost: { requests: { found: 12, taken: 3 } } },
  });
});

test('organizations are not listed where the gateway serves only some', async () => {
  await using gateway = await startGateway({ env: { SENTRY_ORGANIZATIONS: 'hellboy-meowmeow' } });
  const { data, errors } = await gateway.execute('{ organizations { nodes { slug } } }');
  expect(data).toEqual({ organizations: null });
  expect(errors).toMatchObject([
    {
      message: 'This gateway serves only some organizations: name one of them.',
      extensions: { code: 'FORBIDDEN' },
    },
  ]);
  expect(gateway.upstream.requests).toEqual([]);
});
