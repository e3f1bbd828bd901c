import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Environment } from '../../../src/config/setting.ts';

/** An attack by a caller or a server, with the expected response and the bounds of its effects. */
export interface Attack {
  /** Its name in the table. */
  readonly name: string;
  /** Settings of the gateway, with the URL of `upstream`; all others have their defaults. */
  readonly env?: (upstreamUrl: string) => Environment;
  /** Replaces Sentry. @default the embedded Sentry, in a process of its own */
  readonly upstream?: (request: IncomingMessage, response: ServerResponse) => void;
  /** Sends it, and returns a summary of the response, such as that of `answerOf`. */
  readonly send: (target: Target) => Promise<string>;
  /** The expected summary. */
  readonly answer: string | RegExp;
  readonly bounds?: Partial<Figures>;
  /** Included in the short suite for CI. @default true */
  readonly isShort?: boolean;
}

/** A fresh gateway. */
export interface Target {
  /** URL of the GraphQL endpoint. */
  readonly url: string;
  readonly port: number;
  /** Sends SIGTERM to the gateway, and resolves when its process has ended. */
  readonly stop: () => Promise<void>;
}

export interface Figures {
  /** Longest CPU time of the event loop without a response from `/healthz`; NaN after its process ended. */
  readonly stallMs: number;
  /** Maximum resident memory minus that before the attack. */
  readonly grownMb: number;
  /** Longest time until `{ __typename }` of another caller was answered 200; refusals are repeated. */
  readonly otherCallerMs: number;
}

/** For attacks by one caller, with requests of at most 1 MB. */
export const BOUNDS_OF_A_CALLER: Figures = { stallMs: 250, grownMb: 100, otherCallerMs: 2_000 };

/** For attacks by one server. */
export const BOUNDS_OF_A_SERVER: Figures = { stallMs: 1_000, grownMb: 250, otherCallerMs: 5_000 };

/** With the default media type, refused operations would be answered 200. */
const MEDIA_TYPES = {
  'content-type': 'application/json',
  accept: 'application/graphql-response+json',
};

/** Sends a body as JSON. */
export function post(
  { url }: Pick<Target, 'url'>,
  body: object | string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { ...MEDIA_TYPES, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

/** Sends an operation, and returns a summary of the response. */
export async function ask(
  target: Pick<Target, 'url'>,
  query: string,
  variables: object = {},
): Promise<string> {
  return answerOf(await post(target, { query, variables }));
}

/** The status, `data` if there is any, and the codes of errors: `200 data, 3 × NOT_FOUND`. */
export async function answerOf(response: Response): Promise<string> {
  const text = await response.text();
  const { data, errors = [] } = parse(text);
  const counts = new Map<string, number>();
  for (const { extensions } of errors) {
    counts.set(extensions.code, (counts.get(extensions.code) ?? 0) + 1);
  }
  const parts = [
    ...(data ? ['data'] : []),
    ...[...counts].map(([code, count]) => (count === 1 ? code : `${count} × ${code}`)),
  ];
  return `${response.status} ${parts.join(', ')}`.trim();
}

/** Sends a body as it is, and returns a summary of the response. */
export async function sendBody(
  target: Pick<Target, 'url'>,
  body: string,
  headers?: Readonly<Record<string, string>>,
): Promise<string> {
  return answerOf(await post(target, body, headers));
}

/** Sends one after another, and returns the last summary. */
export async function inTurn(
  count: number,
  send: (index: number) => Promise<string>,
): Promise<string> {
  let last = '';
  for (let index = 0; index < count; index += 1) {
    last = await send(index);
  }
  return last;
}

/** As many texts, separated by spaces. */
export function repeat(count: number, text: string | ((index: number) => string)): string {
  return Array.from({ length: count }, (_, index) =>
    typeof text === 'string' ? text : text(index),
  ).join(' ');
}

/** The same selection under as many aliases. */
export function aliased(count: number, selection: string): string {
  return repeat(count, (index) => `a${index}: ${selection}`);
}

interface Body {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

function parse(text: string): Body {
  try {
    return JSON.parse(text) as Body;
  } catch {
    return {};
  }
}
