import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { expect, inject, vi } from 'vitest';
import type { Environment } from '../../src/config/setting.ts';
import { encodeGlobalId } from '../../src/global-id.ts';
import { freePort } from '../harness/free-port.ts';
import { type RunningGateway, startGatewayOver } from '../harness/gateway.ts';
import { type RecordingProxy, startRecordingProxy } from './recording-proxy.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly realSentry: {
      readonly url: string;
      readonly folder: string;
      readonly scripts: { readonly reset: string; readonly sql: string; readonly web: string };
    };
  }
}

/** The organization of the seeded data. `sentry/README.md` describes each issue and token. */
export const ORGANIZATION = 'acme';

export interface SeededIssue {
  readonly project: string;
  readonly issueId: string;
  readonly shortId: string;
  /** Its newest event. */
  readonly eventId: string;
  readonly hashes: number;
  readonly timesSeen: number;
}

export type IssueName =
  | ErrorIssueName
  | 'body-gone'
  | 'huge'
  | 'many-hashes'
  | 'occurrence'
  | 'old'
  | 'others'
  | 'reported'
  | 'same-second'
  | 'small-first'
  | 'small-last'
  | 'tied-hashes';

/** Issues with one kind of event each. */
export type ErrorIssueName = (typeof KINDS_OF_EVENTS)[number];

export const KINDS_OF_EVENTS = [
  'python',
  'javascript',
  'native',
  'java',
  'csp',
  'expectct',
  'hpkp',
  'expectstaple',
  'message-list',
  'message-dict',
  'message-long',
  'stacktrace-only',
  'template',
  'invalid',
  'scrubbed',
  'fingerprint',
  'fingerprint-salted',
  'bare',
] as const;

export type TokenName =
  | 'full'
  | 'read-only'
  | 'event-read'
  | 'org-read'
  | 'no-scope'
  | 'expired'
  | 'manager'
  | 'member'
  | 'no-team'
  | 'owner-no-team'
  | 'other-org'
  | 'org-auth';

const server = inject('realSentry');

export const TOKENS = await readJson<Record<TokenName, string>>('tokens.json');
export const ISSUES = (await readJson<{ issues: Record<IssueName, SeededIssue> }>('seed.json'))
  .issues;

/** The global ID of an issue, as in results. */
export const issueGlobalId = (issueId: string): string =>
  encodeGlobalId('Issue', ORGANIZATION, issueId);

async function readJson<T>(name: string): Promise<Readonly<T>> {
  return JSON.parse(await readFile(`${server.folder}/${name}`, 'utf8'));
}

/** Restores the seeded data. */
export async function resetRealSentry(): Promise<void> {
  await promisify(execFile)(server.scripts.reset);
}

/** Runs a statement in Sentry's database. */
export async function runSql(statement: string): Promise<void> {
  await promisify(execFile)(server.scripts.sql, [statement]);
}

export interface RestAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test asserts the shape of the response.
  readonly body: any;
}

/** Sends a request to the real Sentry, again after a 429. */
export async function askSentry(
  path: string,
  { token = 'full', ...init }: RequestInit & { readonly token?: TokenName } = {},
): Promise<RestAnswer> {
  const response = await fetch(`${server.url}/api/0${path}`, {
    ...init,
    headers: { authorization: `Bearer ${TOKENS[token]}`, 'content-type': 'application/json' },
  });
  const text = await response.text();
  if (response.status === 429) {
    const resetAt = Number(response.headers.get('x-sentry-rate-limit-reset')) * 1_000;
    await setTimeout(Math.max(resetAt - Date.now(), 100));
    return askSentry(path, { token, ...init });
  }
  const { status, headers } = response;
  return { status, headers, text, body: text === '' ? undefined : JSON.parse(text) };
}

export interface WebServer extends AsyncDisposable {
  readonly url: string;
}

/** Another web server with the same data, and with its own settings (`sentry/README.md`). */
export async function startWebServer(...settings: readonly string[]): Promise<WebServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const web = spawn(server.scripts.web, [`PORT=${port}`, ...settings], { stdio: 'ignore' });
  const ended = once(web, 'exit');
  const stop = async () => {
    web.kill();
    await ended;
  };
  const answers = async () => expect((await fetch(`${url}/api/0/`)).ok).toBe(true);
  await vi.waitFor(answers, { timeout: 60_000, interval: 100 }).catch(async (error) => {
    await stop();
    throw error;
  });
  return { url, [Symbol.asyncDispose]: stop };
}

export interface RealGateway extends RunningGateway {
  /** Between the gateway and the real Sentry. */
  readonly proxy: RecordingProxy;
}

/**
 * A gateway with the real Sentry, with a token of its own or each caller's. It has default settings, but no
 * cache, so that a test sees all requests, and long timeouts, because this Sentry takes seconds for a page
 * of 100 full events.
 */
export async function startRealGateway({
  token = 'full',
  url = server.url,
  env,
}: {
  readonly token?: TokenName | 'caller';
  /** URL of another web server. */
  readonly url?: string;
  readonly env?: Environment;
} = {}): Promise<RealGateway> {
  const proxy = await startRecordingProxy(url);
  const gateway = await startGatewayOver({
    SENTRY_URL: proxy.url,
    CACHE: 'off',
    SENTRY_TIMEOUT_MS: '60000',
    SENTRY_HEADERS_TIMEOUT_MS: '60000',
    OPERATION_TIMEOUT_MS: '90000',
    ...(token === 'caller' ? {} : { SENTRY_AUTH_TOKEN: TOKENS[token] }),
    ...env,
  });
  return {
    ...gateway,
    proxy,
    async [Symbol.asyncDispose]() {
      await gateway[Symbol.asyncDispose]();
      await proxy.stop();
    },
  };
}
