import type { Span, Context as TraceContext } from '@opentelemetry/api';

/** One GraphQL operation, as its requests to Sentry know it: the same object for all of them. */
export interface Operation {
  /** What the caller and the log know it by. */
  readonly requestId: string;
  /** What logs call whoever sent it; null where nobody signs in. */
  readonly caller: string | null;
  readonly span: Span;
  /** Where the spans of its requests hang. */
  readonly trace: TraceContext;
  /** What the caller told of the trace that it belongs to; goes along to Sentry. */
  readonly traceHeaders: Readonly<Record<string, string>>;
  readonly usage: Usage;
}

/** What an operation has taken of Sentry so far. */
export interface Usage {
  /** Requests that were sent, second tries among them. */
  requests: number;
}
