import type { StartSteps } from '../operation-steps.ts';

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
