import { SpanKind } from '@opentelemetry/api';
import { SentryError } from '../sentry/errors.ts';
import type { Middleware, SendRequest, SentryRequest } from '../sentry/request.ts';
import type { Metrics } from './metrics.ts';
import { inSpan, toTraceHeaders } from './trace.ts';

/**
 * The innermost middleware: records each request that is sent to Sentry, retries included.
 * Measures its duration, and sends the trace headers of its span.
 */
export function requestTelemetry(metrics: Metrics | null): Middleware {
  return (send) => (request) => {
    const { operation } = request;
    const { method, label } = request.endpoint;
    const options = { kind: SpanKind.CLIENT, attributes: { 'http.request.method': method } };
    return inSpan(`${method} ${label}`, options, operation.trace, (_span, spanContext) => {
      const headers = toTraceHeaders(operation.traceHeaders, spanContext);
      return timed(metrics, send, { ...request, headers });
    });
  };
}

async function timed(
  metrics: Metrics | null,
  send: SendRequest,
  request: SentryRequest,
): ReturnType<SendRequest> {
  const { method, label: endpoint } = request.endpoint;
  const startMs = performance.now();
  let [outcome, answeredInMs] = ['answered', undefined as number | undefined];
  try {
    const answer = await send(request);
    answeredInMs = answer.durationMs;
    return answer;
  } catch (error) {
    outcome = outcomeOf(error);
    throw error;
  } finally {
    metrics?.upstreamRequestEnded({
      endpoint,
      method,
      outcome,
      durationMs: answeredInMs ?? performance.now() - startMs,
    });
  }
}

function outcomeOf(error: unknown): string {
  return error instanceof SentryError ? String(error.status ?? error.kind) : 'defect';
}
