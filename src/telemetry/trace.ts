import {
  type Context,
  context,
  INVALID_SPAN_CONTEXT,
  propagation,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  type SpanOptions,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import type { Operation } from '../sentry/operation.ts';

/*
 * OpenTelemetry by its API alone: without an SDK, which is the operator's choice, all of this does
 * nothing. Contexts are handed on as values, so that no asynchronous storage is needed.
 */

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Headers by which tracers on both sides of the gateway find together: W3C's and Sentry's own. */
const PASSED_ON = ['traceparent', 'tracestate', 'baggage', 'sentry-trace'] as const;

/** Longest header that is passed on; W3C asks for 512 characters of `tracestate` at least. */
const MAX_HEADER_LENGTH = 8_192;

const tracer = trace.getTracer('sentry-graphql');

/** Begins an operation and its span, below the caller's where the caller told of one. */
export function startOperation(
  requestId: string,
  caller: string | null,
  headers: Headers,
): Operation {
  const traceHeaders = toPassedOn(headers);
  const parent = propagation.extract(ROOT_CONTEXT, traceHeaders);
  const span = tracer.startSpan('GraphQL operation', { kind: SpanKind.SERVER }, parent);
  return {
    requestId,
    caller,
    span,
    trace: trace.setSpan(parent, span),
    traceHeaders,
    usage: { requests: 0 },
  };
}

/** An operation of a server with spans of its own: in the one that is active, if there is one. */
export function joinOperation(requestId: string, headers: Headers): Operation {
  const traceHeaders = toPassedOn(headers);
  const active = context.active();
  const within = trace.getSpan(active) ? active : propagation.extract(active, traceHeaders);
  const span = trace.getSpan(within) ?? trace.wrapSpanContext(INVALID_SPAN_CONTEXT);
  return { requestId, caller: null, span, trace: within, traceHeaders, usage: { requests: 0 } };
}

function toPassedOn(headers: Headers): Operation['traceHeaders'] {
  return Object.fromEntries(
    PASSED_ON.flatMap((name) => {
      const value = headers[name];
      return typeof value === 'string' && value.length <= MAX_HEADER_LENGTH ? [[name, value]] : [];
    }),
  );
}

/** The headers of a request to Sentry: the tracer's own where there is one, else the caller's. */
export function toTraceHeaders(
  traceHeaders: Operation['traceHeaders'],
  within: Context,
): Readonly<Record<string, string>> {
  const injected: Record<string, string> = { ...traceHeaders };
  propagation.inject(within, injected);
  return injected;
}

/** Runs `work` in a span of its own, which tells whether it failed. */
export async function inSpan<T>(
  name: string,
  options: SpanOptions,
  parent: Context | undefined,
  work: (span: Span, within: Context) => Promise<T>,
): Promise<T> {
  const above = parent ?? context.active();
  const span = tracer.startSpan(name, options, above);
  try {
    return await work(span, trace.setSpan(above, span));
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR });
    span.recordException(error as Error);
    throw error;
  } finally {
    span.end();
  }
}
