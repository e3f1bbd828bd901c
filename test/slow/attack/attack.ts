import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Environment } from '../../../src/config/setting.ts';

/** Something that a caller sends, or that a server answers, and what may come of it at most. */
export interface Attack {
  /** What is sent, as it stands in the table. */
  readonly name: string;
  /** Settings of the gateway; all others have their defaults. */
  readonly env?: Environment;
  /** Answers the gateway in Sentry's place. @default the embedded Sentry, as a process of its own */
  readonly upstream?: (request: IncomingMessage, response: ServerResponse) => void;
  /** Sends it, and says in a few words what came: `answerOf` makes them of a response. */
  readonly send: (target: Target) => Promise<string>;
  /** What has to come. */
  readonly answer: string | RegExp;
  readonly bounds?: Partial<Figures>;
  /** Whether the short form of the suite, for CI, has it. @default true */
  readonly isShort?: boolean;
}

/** A fresh gateway. */
export interface Target {
  /** Where GraphQL is served. */
  readonly url: string;
  readonly port: number;
  /** Ends the gateway with SIGTERM, and resolves once its process has ended. */
  readonly stop: () => Promise<void>;
}

export interface Figures {
  /** Longest time in which the event loop ran without answering `/healthz`. */
  readonly stallMs: number;
  /** Highest resident memory, less what the process had before. */
  readonly grownMb: number;
  /** Longest time until another caller's `{ __typename }` was answered with 200, refusals included. */
  readonly otherCallerMs: number;
}

/** For what one caller sends: a request of at most 1 MB. */
export const BOUNDS_OF_A_CALLER: Figures = { stallMs: 250, grownMb: 100, otherCallerMs: 2_000 };

/** For what one server answers. */
export const BOUNDS_OF_A_SERVER: Figures = { stallMs: 1_000, grownMb: 250, otherCallerMs: 5_000 };

/** Sends a body as JSON. */
export function post(
  { url }: Pick<Target, 'url'>,
  body: object | string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

/** Sends an operation, and says what came. */
export async function ask(
  target: Pick<Target, 'url'>,
  query: string,
  variables: object = {},
): Promise<string> {
  return answerOf(await post(target, { query, variables }));
}

/** The status, the codes of the errors, and `data` where there is some: `200 data, 3 × NOT_FOUND`. */
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
