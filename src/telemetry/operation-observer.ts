import type { GraphQLRequestContext } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { SpanStatusCode } from '@opentelemetry/api';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import type { Context } from '../context.ts';
import type { StartSteps } from '../operation-steps.ts';
import { SentryError } from '../sentry/errors.ts';
import type { Operation } from '../sentry/operation.ts';
import type { Metrics } from './metrics.ts';

/** What logs and metrics record of an answered operation. */
export interface OperationRecord {
  readonly requestId: string;
  /** Absent if callers do not authenticate. */
  readonly caller?: string;
  /** `query` or `mutation`; `unknown` if the document cannot be parsed. */
  readonly type: string;
  /** Null for an operation without a name. */
  readonly operationName: string | null;
  readonly durationMs: number;
  /** Requests that were sent to Sentry. */
  readonly upstreamRequests: number;
  /** The code of each error in the response. */
  readonly errorCodes: readonly string[];
}

type Answered = GraphQLRequestContext<Context> & { readonly response: object };

interface OperationObserverOptions {
  readonly log: Logger;
  readonly metrics: Metrics | null;
}

/** Errors whose details only the log has, under the same request ID. */
const MASKED_CODES: ReadonlySet<unknown> = new Set([
  'INTERNAL_SERVER_ERROR',
  'UPSTREAM_TIMEOUT',
  'UPSTREAM_UNAVAILABLE',
  'UPSTREAM_BAD_RESPONSE',
]);

/** Maximum number of errors of one operation that are logged with their cause; `failures` has the total. */
const MAX_LOGGED_ERRORS = 3;

/** Records each operation when it is answered: in the log, in the metrics and in its span. */
export function observeOperations({ log, metrics }: OperationObserverOptions): StartSteps {
  return () => {
    const startMs = performance.now();
    let errors: readonly GraphQLError[] = [];
    return {
      didEncounterErrors(failed) {
        errors = failed.errors;
      },
      willSendResponse(answered) {
        const record = toRecord(answered, performance.now() - startMs);
        addRequestId(answered);
        recordOperation({ log, metrics }, answered.contextValue.operation, record);
        logCauses(log, record.requestId, errors);
      },
    };
  };
}

/** Also for an operation that is answered from the cache. */
export function recordOperation(
  { log, metrics }: OperationObserverOptions,
  operation: Operation,
  record: OperationRecord,
): void {
  metrics?.operationAnswered(record);
  log.info(record, 'operation.answered');
  endSpan(operation, record);
}

function toRecord(answered: Answered, durationMs: number): OperationRecord {
  const { operation, operationName, contextValue } = answered;
  const { requestId, caller } = contextValue.operation;
  return {
    requestId,
    ...(caller === null ? {} : { caller }),
    type: operation?.operation ?? 'unknown',
    operationName: operationName ?? null,
    durationMs: roundMs(durationMs),
    upstreamRequests: contextValue.operation.usage.requests,
    errorCodes: formattedErrorsOf(answered).map(({ extensions }) => String(extensions?.['code'])),
  };
}

export function roundMs(durationMs: number): number {
  return Math.round(durationMs * 10) / 10;
}

function formattedErrorsOf({ response: { body } }: GraphQLRequestContext<Context>) {
  return body?.kind === 'single' ? (body.singleResult.errors ?? []) : [];
}

/** Adds the request ID, under which the log has the details, to errors that hide them. */
function addRequestId(answered: Answered): void {
  for (const { extensions } of formattedErrorsOf(answered)) {
    if (extensions && MASKED_CODES.has(extensions['code'])) {
      extensions['requestId'] = answered.contextValue.operation.requestId;
    }
  }
}

/** Logs the causes of upstream failures. `formatError` reports defects where it masks them. */
function logCauses(log: Logger, requestId: string, errors: readonly GraphQLError[]): void {
  const causes = errors
    .map((error) => ({ path: error.path?.join('.'), error: unwrapResolverError(error) }))
    .flatMap(({ path, error }) =>
      error instanceof Error &&
      (error.cause instanceof Error || isDefect(error) || errorIdOf(error))
        ? [
            {
              path,
              message: error.message,
              cause: describe((error.cause ?? error) as Error),
              errorId: errorIdOf(error),
            },
          ]
        : [],
    );
  if (causes.length > 0) {
    log.warn(
      { requestId, failures: causes.length, causes: causes.slice(0, MAX_LOGGED_ERRORS) },
      'operation.failed',
    );
  }
}

/** Sentry's ID of the failure, for its own log. */
function errorIdOf(error: Error): string | undefined {
  return error instanceof SentryError ? error.errorId : undefined;
}

/** An error that is neither the gateway's refusal nor a failure of the upstream. */
function isDefect(error: Error): boolean {
  return !(error instanceof GraphQLError || error instanceof SentryError);
}

/** The start of the message, without other properties: those may contain a response body. */
function describe({ name, message, ...rest }: Error): string {
  const code = 'code' in rest ? ` ${String(rest.code)}` : '';
  return `${name}${code}: ${message}`.slice(0, 300);
}

function endSpan({ span }: Operation, record: OperationRecord): void {
  span.updateName(
    record.operationName === null ? record.type : `${record.type} ${record.operationName}`,
  );
  span.setAttributes({
    'graphql.operation.type': record.type,
    ...(record.operationName === null ? {} : { 'graphql.operation.name': record.operationName }),
    'sentry_graphql.upstream_requests': record.upstreamRequests,
  });
  if (record.errorCodes.length > 0) {
    span.setStatus({ code: SpanStatusCode.ERROR, message: record.errorCodes.join(', ') });
  }
  span.end();
}
