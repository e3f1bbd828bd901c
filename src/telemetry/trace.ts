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
import { newUsage, type Operation } from '../sentry/operation.ts';

/*
 * Uses only the API of OpenTelemetry. Without an SDK, which is the operator's choice, the API does
 * nothing. Contexts are passed as values, which avoids asynchronous storage.
 */

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Trace headers: W3C's, and Sentry's own. */
const FORWARDED_HEADERS = ['traceparent', 'tracestate', 'baggage', 'sentry-trace'] as const;

/** Longer headers are not forwarded; W3C requires at least 512 characters of `tracestate`. */
const MAX_HEADER_LENGTH = 8_192;

const tracer = trace.getTracer('sentry-graphql');

/** The span is a child of the caller's, if the caller sends one. */
export function startOperation(
  requestId: string,
  caller: string | null,
  headers: Headers,
): Operation {
  const traceHeaders = toForwardedHeaders(headers);
  const parent = propagation.extract(ROOT_CONTEXT, traceHeaders);
  const span = tracer.startSpan('GraphQL operation', { kind: SpanKind.SERVER }, parent);
  return {
    requestId,
    caller,
    span,
    trace: trace.setSpan(parent, span),
    traceHeaders,
    usage: newUsage(),
    isMutation: false,
  };
}

/** For a server that has spans of its own: uses the active span, if any. */
export function joinOperation(requestId: string, headers: Headers): Operation {
  const traceHeaders = toForwardedHeaders(headers);
  const active = context.active();
  const parent = trace.getSpan(active) ? active : propagation.extract(active, traceHeaders);
  const span = trace.getSpan(parent) ?? trace.wrapSpanContext(INVALID_SPAN_CONTEXT);
  return {
    requestId,
    caller: null,
    span,
    trace: parent,
    traceHeaders,
    usage: newUsage(),
    isMutation: false,
  };
}

function toForwardedHeaders(headers: Headers): Operation['traceHeaders'] {
  const forwarded: Record<string, string> = {};
  for (const name of FORWARDED_HEADERS) {
    const value = headers[name];
    if (typeof value === 'string' && value.length <= MAX_HEADER_LENGTH) {
      forwarded[name] = value;
    }
  }
  return forwarded;
}

/** An SDK replaces the headers that its propagator writes; the others are the caller's. */
export function toTraceHeaders(
  traceHeaders: Operation['traceHeaders'],
  spanContext: Context,
): Readonly<Record<string, string>> {
  const injected: Record<string, string> = { ...traceHeaders };
  propagation.inject(spanContext, injected);
  return injected;
}

/** Runs `work` in a new span, which records a failure. */
export async function inSpan<T>(
  name: string,
  options: SpanOptions,
  parent: Context | undefined,
  work: (span: Span, spanContext: Context) => Promise<T>,
): Promise<T> {
  const parentContext = parent ?? context.active();
  const span = tracer.startSpan(name, options, parentContext);
  try {
    return await work(span, trace.setSpan(parentContext, span));
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR });
    span.recordException(error as Error);
    throw error;
  } finally {
    span.end();
  }
}
