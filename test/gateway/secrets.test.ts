import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ReplacementAnswer, startEmbeddedSentry } from '../../embedded-sentry/server.ts';
import { TOKENS } from '../../embedded-sentry/tokens.ts';

const HASHES =
  '{ issue(organization: "hellboy-meowmeow", id: "1341191803") { title hashes(first: 1) { nodes { hash } } } }';
const SECRETS = {
  key: 'api-key-0123456789abcdef',
  router: 'router-secret-0123456789abcdef',
  wrongKey: 'wrong-key-0123456789abcdef',
  wrongToken: 'sntryu_0123456789abcdef',
  proxyPassword: 'proxy-password-0123456789',
  token: TOKENS.everyScope.text,
  expired: TOKENS.expired.text,
};

let folder: string;

/**
 * The published program without its pages, built in a folder of its own because `dist/` may be
 * outdated.
 */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sentry-graphql-'));
  for (const name of ['src', 'embedded-sentry', 'tsconfig.json']) {
    await cp(name, join(folder, name), { recursive: true });
  }
  for (const name of ['node_modules', 'schema', 'package.json']) {
    await symlink(join(process.cwd(), name), join(folder, name));
  }
  await promisify(execFile)(process.execPath, ['node_modules/typescript/bin/tsc', '-b'], {
    cwd: folder,
  });
});
afterAll(() => rm(folder, { recursive: true }));

/** All failures of an upstream, in turn. */
const ANSWERS: readonly (ReplacementAnswer | undefined)[] = [
  undefined,
  { status: 401, body: '{"detail":"Invalid token"}' },
  { status: 403, body: '{"detail":"You do not have permission to perform this action."}' },
  { status: 302, headers: { location: 'https://elsewhere.example.test/' } },
  { status: 500, body: '{"detail":"Internal Error"}' },
  { status: 502, body: '<html></html>' },
  { status: 200, body: 'not JSON' },
  { status: 200, body: '[[{"id":1}]]' },
  { status: 200, headers: { 'content-encoding': 'gzip' }, body: 'no gzip' },
  { status: 200, headers: { 'content-length': '9999' }, body: 'cut' },
];

/** Runs the program, sends operations with each set of headers, and returns its output and responses. */
async function runProgram(
  env: Readonly<Record<string, string>>,
  headerSets: readonly Readonly<Record<string, string>>[],
): Promise<string> {
  let answer: ReplacementAnswer | undefined;
  const sentry = await startEmbeddedSentry({ intercept: () => answer });
  const program = spawn(process.execPath, [join(folder, 'dist/main.js')], {
    env: {
      PORT: '0',
      EXPLORER: 'off',
      SENTRY_URL: sentry.url,
      SENTRY_RETRIES: '0',
      SENTRY_TIMEOUT_MS: '500',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  program.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const url = await new Promise<string>((resolve, reject) => {
    program.once('exit', () => reject(new Error(`The program ended: ${said}`)));
    program.stdout.on('data', (chunk) => {
      said += chunk;
      const [, found] = /listens at (\S+)/.exec(said) ?? [];
      if (found) {
        resolve(found);
      }
    });
  });
  for (const headers of headerSets) {
    for (answer of ANSWERS) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query: HASHES }),
      });
      said += JSON.stringify([...response.headers]) + (await response.text());
    }
  }
  await sentry.stop();
  const down = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headerSets[0] },
    body: JSON.stringify({ query: HASHES }),
  });
  said += await down.text();
  program.kill('SIGTERM');
  await once(program, 'exit');
  return said;
}

function expectNoSecretIn(said: string): void {
  for (const secret of Object.values(SECRETS)) {
    expect(said).not.toContain(secret);
    expect(said).not.toContain(Buffer.from(secret).toString('base64'));
  }
}

test("with the gateway's own token, no log line and no response contains a secret", async () => {
  const router = { 'x-router-authorization': SECRETS.router };
  const said = await runProgram(
    {
      // Otherwise cached responses would be served while the upstream is down.
      CACHE: 'off',
      SENTRY_AUTH_TOKEN: SECRETS.token,
      GATEWAY_API_KEYS: `ci:${SECRETS.key}`,
      ROUTER_SECRET: SECRETS.router,
      HTTP_PROXY: `http://me:${SECRETS.proxyPassword}@proxy.example.test:3128`,
    },
    [
      { ...router, 'x-api-key': SECRETS.key },
      { ...router, authorization: `Bearer ${SECRETS.key}` },
      { ...router, 'x-api-key': SECRETS.wrongKey },
      { ...router, authorization: `Bearer ${SECRETS.wrongToken}` },
      { 'x-router-authorization': SECRETS.wrongKey },
    ],
  );
  expect(said).toContain('This is an example Python exception');
  expect(said).toContain('The API key is unknown.');
  expect(said).toContain('UPSTREAM_UNAVAILABLE');
  expectNoSecretIn(said);
});

test("with callers' tokens, no log line and no response contains a secret", async () => {
  const said = await runProgram({}, [
    { authorization: `Bearer ${SECRETS.token}` },
    { authorization: `Bearer ${SECRETS.expired}` },
    { authorization: `Bearer ${SECRETS.wrongToken}` },
  ]);
  expect(said).toContain('This is an example Python exception');
  expect(said).toContain('Token expired');
  expectNoSecretIn(said);
});
