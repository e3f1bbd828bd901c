import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../context.ts';

/** The request header by which a client asks what its operation has cost the upstream. */
export const UPSTREAM_HEADER = 'x-sentry-graphql-upstream';

/**
 * Tells in `extensions.upstream` what an operation has cost the upstream and what it was spared, to
 * those who ask; and in `extensions.stale`, to all, where an old answer stood in for a failed one.
 */
export function upstreamUsagePlugin(): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      async willSendResponse({ request, response, contextValue }) {
        const { usage } = contextValue.operation;
        if (response.body.kind !== 'single') {
          return;
        }
        const isAsked = request.http?.headers.get(UPSTREAM_HEADER) === 'true';
        const told = {
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
          singleResult.extensions = { ...singleResult.extensions, ...told };
        }
      },
    }),
  };
}
