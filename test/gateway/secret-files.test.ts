import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { TOKENS } from '../../embedded-sentry/tokens.ts';
import { readConfig } from '../../src/config/config.ts';
import { type RunningGateway, startGateway } from '../harness/gateway.ts';

const QUERY = '{ issue(organization: "hellboy-meowmeow", id: "1341191803") { title } }';
const { everyScope, sameUser } = TOKENS;

interface SecretFile extends AsyncDisposable {
  readonly path: string;
  write(text: string): Promise<void>;
}

async function secretFile(text: string): Promise<SecretFile> {
  const folder = await mkdtemp(join(tmpdir(), 'secret-'));
  const path = join(folder, 'secret');
  const write = (next: string) => writeFile(path, next);
  await write(text);
  return { path, write, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}

async function metricsOf(gateway: RunningGateway): Promise<string> {
  return (await fetch(new URL('/metrics', gateway.url))).text();
}

const withTokenFile = ({ path }: SecretFile) =>
  startGateway({ signIn: 'passThrough', env: { SENTRY_AUTH_TOKEN_FILE: path } });

test('a Sentry token in a file is used, and a new one for each request after it was read', async () => {
  await using file = await secretFile(`${everyScope.text}\n`);
  await using gateway = await withTokenFile(file);
  await gateway.execute(QUERY);
  await file.write(sameUser.text);
  await gateway.execute(QUERY);
  gateway.readSecretsAgain();
  await gateway.execute(QUERY);
  expect(gateway.upstream.requests.map(({ headers }) => headers['authorization'])).toEqual(
    [everyScope, everyScope, sameUser].map(({ text }) => `Bearer ${text}`),
  );
  expect(await metricsOf(gateway)).toContain('gateway_secrets_read_total{outcome="replaced"} 1');
});

test('an operation in progress is answered while secrets are replaced', async () => {
  await using file = await secretFile(everyScope.text);
  const held: (() => void)[] = [];
  await using gateway = await startGateway({
    signIn: 'passThrough',
    env: { SENTRY_AUTH_TOKEN_FILE: file.path },
    intercept: () => new Promise((resolve) => held.push(() => resolve(undefined))),
  });
  const answer = gateway.execute(QUERY);
  await expect.poll(() => held.length).toBe(1);
  await file.write(sameUser.text);
  gateway.readSecretsAgain();
  held[0]?.();
  expect((await answer).errors).toBeUndefined();
});

test('API keys in a file are replaced: the earlier key is refused, the new one accepted', async () => {
  await using file = await secretFile('ci:a-key-of-sixteen-letters');
  await using gateway = await startGateway({ env: { GATEWAY_API_KEYS_FILE: file.path } });
  const statusWith = async (key: string) =>
    (await gateway.execute('{ __typename }', {}, { 'x-api-key': key })).status;
  expect(await statusWith('a-key-of-sixteen-letters')).toBe(200);
  await file.write('ci:another-key-of-this-gateway');
  gateway.readSecretsAgain();
  expect(await statusWith('a-key-of-sixteen-letters')).toBe(401);
  expect(await statusWith('another-key-of-this-gateway')).toBe(200);
});

test.each([
  ['is empty', '\n', 'names a file that is empty'],
  ['is not a token', 'two words', 'SENTRY_AUTH_TOKEN'],
])('if the new file %s, the earlier token stays in use', async (_, text, sentence) => {
  await using file = await secretFile(everyScope.text);
  await using gateway = await withTokenFile(file);
  await file.write(text);
  gateway.readSecretsAgain();
  const { errors } = await gateway.execute(QUERY);
  expect(errors).toBeUndefined();
  const line = gateway.log.find(({ msg }) => msg === 'secrets.kept');
  expect(line).toMatchObject({ level: 50, reason: expect.stringContaining(sentence) });
  expect(JSON.stringify(line)).not.toContain('two words');
  expect(await metricsOf(gateway)).toContain('gateway_secrets_read_total{outcome="kept"} 1');
});

test('organizations in the configuration file are replaced', async () => {
  await using file = await secretFile('{"organizations": {}}');
  await using gateway = await startGateway({
    signIn: 'passThrough',
    env: { SENTRY_CONFIG_FILE: file.path },
  });
  const { token } = gateway.upstream;
  expect((await gateway.execute(QUERY)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  const target = { url: gateway.upstream.url, token };
  await file.write(JSON.stringify({ organizations: { 'hellboy-meowmeow': target } }));
  gateway.readSecretsAgain();
  expect((await gateway.execute(QUERY)).errors).toBeUndefined();
});

test('a secret that is given twice is refused', async () => {
  await using file = await secretFile('from-the-file');
  const env = { SENTRY_AUTH_TOKEN: 'from-the-variable', SENTRY_AUTH_TOKEN_FILE: file.path };
  expect(() => readConfig(env)).toThrow(
    'SENTRY_AUTH_TOKEN and SENTRY_AUTH_TOKEN_FILE are both set; expected one of them.',
  );
});
