import { OperationTypeNode } from 'graphql';
import type { StartSteps } from '../operation-steps.ts';
import { maxAgeOf } from './max-age.ts';

/**
 * Sets for how long a whole result of a query may be cached by others. Data from the gateway's own cache has been
 * cached for a time already.
 */
export const measureMaxAge: StartSteps = () => ({
  willSendResponse({ response: { body }, schema, document, operation, contextValue }) {
    const { ageMs, staleMs } = contextValue.operation.usage;
    const isWhole = body.kind === 'single' && body.singleResult.data && !body.singleResult.errors;
    if (
      isWhole &&
      document &&
      operation?.operation === OperationTypeNode.QUERY &&
      staleMs === null
    ) {
      contextValue.result.maxAge = maxAgeOf(schema, document, operation) - Math.ceil(ageMs / 1_000);
    }
  },
});

/** With this header, `extensions.upstream` is added to the response. */
export const UPSTREAM_HEADER = 'x-sentry-graphql-upstream';

/**
 * Adds the upstream requests of an operation, and those that were saved, to `extensions.upstream` if the
 * header asks for it; and `extensions.stale` if an expired response was served.
 */
export const addUpstreamUsage: StartSteps = () => ({
  willSendResponse({ request, response, contextValue }) {
    const { usage } = contextValue.operation;
    if (response.body.kind !== 'single') {
      return;
    }
    const isAsked = request.http?.headers.get(UPSTREAM_HEADER) === 'true';
    const extensions = {
      ...(isAsked && {
        upstream: {
          requests: usage.requests,
          savedByBatching: usage.savedByBatching,
          savedByCache: usage.savedByCache,
          savedBySingleFlight: usage.savedBySingleFlight,
          eventsFromCache: usage.eventsFromCache,
          waitedMs: Math.round(usage.waitedMs),
        },
      }),
      ...(usage.staleMs !== null && { stale: { ageMs: usage.staleMs } }),
    };
    if (isAsked || usage.staleMs !== null) {
      const { singleResult } = response.body;
      singleResult.extensions = { ...singleResult.extensions, ...extensions };
    }
  },
});

/**
 * Marks the responses to operations that are refused before execution, because their status depends on the media
 * type (GraphQL over HTTP, 6.4), which Apollo Server chooses later. A request without a valid operation is
 * `BAD_REQUEST` and is not marked.
 */
export const markRefusedOperations: StartSteps = () => ({
  willSendResponse({ response: { body, http }, contextValue }) {
    const { status = 200 } = http;
    const code =
      body.kind === 'single' ? body.singleResult.errors?.[0]?.extensions?.['code'] : undefined;
    contextValue.result.isRefused = status >= 400 && status < 500 && code !== 'BAD_REQUEST';
  },
});

/**
 * Drops the references to a response and to the loaders once the response is written.
 *
 * Apollo Server's gateway interface makes an object with accessors for each operation. V8 keeps the
 * hidden class of such an object, and everything that its accessors reach, until a full garbage
 * collection. Young-generation collections copy all of that twice: a fifth of the processor time of a
 * large response.
 */
export const releaseResponse: StartSteps = () => ({
  willSendResponse({ response, contextValue }) {
    contextValue.atEnd.push(() => {
      Object.assign(response, { body: undefined });
      Object.assign(contextValue, { loaders: undefined, sentry: undefined });
    });
  },
});
