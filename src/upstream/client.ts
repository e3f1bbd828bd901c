import type { AnyEndpoint, Endpoint } from '../sentry/endpoint.ts';
import { SentryError } from '../sentry/errors.ts';
import { refuseNul } from '../sentry/nul.ts';
import { toSafeParams } from '../sentry/path.ts';
import type { RequestCaller } from '../sentry/request.ts';
import type { SentryClient } from '../sentry/server-kind.ts';
import type { Route, Routing } from './routing.ts';

/** The token may be null, because an organization's server may have a token of its own. */
export interface Caller extends Omit<RequestCaller, 'token' | 'signal'> {
  readonly token: string | null;
}

export function createClient(caller: Caller, routing: Routing): SentryClient {
  const { operation, deadline } = caller;
  const tokenFor = ({ token }: Route) => token ?? caller.token;
  const client: SentryClient = {
    changeIssues: ({ endpoint, issues, ...call }) =>
      // The cast is the one way from a bulk change to a request, and it carries listed issues.
      client.send({
        ...call,
        endpoint: endpoint as AnyEndpoint as Endpoint,
        ids: issues.ids,
      }),
    async send({ endpoint, params, query = {}, ids, events, change, isFallback, check }) {
      const safeParams = toSafeParams(endpoint, params);
      refuseNul({ ...query, ...change, id: ids });
      const route = routing.routeOf(params.organization);
      const token = tokenFor(route);
      if (token === null) {
        throw new SentryError(
          'unauthenticated',
          'A Sentry token is required: send it as `Authorization: Bearer <token>`.',
        );
      }
      return route.server.send({
        endpoint,
        params: safeParams,
        query,
        ids,
        events,
        change,
        token,
        signal: endpoint.changes === undefined ? deadline?.signal : undefined,
        deadline,
        operation,
        isFallback,
        check,
      });
    },
    rateLimit(organization) {
      // A result with the rate limit is not cached: it changes without a request.
      operation.usage.freshUntilMs = 0;
      const route = routing.routeOf(organization);
      const token = tokenFor(route);
      return token === null ? null : route.server.lastRateLimit(token, organization);
    },
    reserve(requests) {
      const { usage } = operation;
      const regular = Math.max(usage.misses, usage.measured);
      if (usage.limit - usage.fallbackMisses - regular < requests) {
        return false;
      }
      usage.measured = regular + requests;
      return true;
    },
    urlOf: (organization) => routing.routeOf(organization).pages,
    serverOf: (organization) => routing.routeOf(organization).server.knowledge,
  };
  return client;
}
