import { afterAll } from 'vitest';
import {
  type EmbeddedSentry,
  type EmbeddedSentryOptions,
  startEmbeddedSentry,
} from '../../embedded-sentry/server.ts';
import { TOKENS } from '../../embedded-sentry/tokens.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test asserts the shape of the response.
  readonly body: any;
}

export interface Asking {
  readonly method?: string;
  /** Null for none. @default the token with every scope */
  readonly authorization?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly redirect?: 'follow' | 'manual';
}

/** An embedded Sentry for the tests of one file; by default with pages of 100 full events. */
export async function serve(options: EmbeddedSentryOptions = {}) {
  const sentry = await startEmbeddedSentry({
    recordRequests: true,
    dialect: 'sentry-2026',
    ...options,
  });
  afterAll(() => sentry.stop());
  return { sentry, ask: (path: string, asking?: Asking) => ask(sentry, path, asking) };
}

async function ask(
  { url }: EmbeddedSentry,
  path: string,
  {
    method = 'GET',
    authorization = `Bearer ${TOKENS.everyScope.text}`,
    headers,
    json,
    redirect = 'follow',
  }: Asking = {},
): Promise<Reply> {
  const response = await fetch(`${url}${path}`, {
    method,
    redirect,
    headers: {
      ...(authorization === null ? {} : { authorization }),
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: isJson && text !== '' ? JSON.parse(text) : undefined,
  };
}

export const ORGANIZATION = '/api/0/organizations/hellboy-meowmeow';
export const hashesPath = (issue: string) => `${ORGANIZATION}/issues/${issue}/hashes/`;
