import { createHash } from 'node:crypto';

/** A response: a status and a body, which is serialized as JSON unless it is text. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Thrown to answer a request early. */
export class Refusal extends Error {
  readonly answer: Answer;

  /** @param detail Sentry's message, or an object that is the whole body. */
  constructor(
    status: number,
    detail: string | object,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(typeof detail === 'string' ? detail : JSON.stringify(detail));
    this.answer = { status, body: typeof detail === 'string' ? { detail } : detail, headers };
  }
}

/** An input for which Sentry answers 500. */
export class InternalError extends Error {}

export function internalError(error: unknown): Answer {
  const errorId = createHash('sha256').update(String(error)).digest('hex').slice(0, 32);
  return { status: 500, body: { detail: 'Internal Error', errorId } };
}

export function ok(body: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status: 200, body, headers };
}

/** The same for a body that is already JSON text. */
export function okJson(text: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status: 200, body: text, headers: { 'content-type': 'application/json', ...headers } };
}

export const notFound = () => new Refusal(404, 'The requested resource does not exist');
export const forbidden = () =>
  new Refusal(403, 'You do not have permission to perform this action.');
