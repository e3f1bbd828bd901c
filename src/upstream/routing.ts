import type { SentryClient, SentryUpstream } from '../sentry/client.ts';
import { SentryError } from '../sentry/errors.ts';

/** A server, and with whose token it is asked. */
export interface Target {
  readonly url: string;
  /** Null where each caller brings one. */
  readonly token: string | null;
}

export interface RoutingOptions {
  /** The organizations that are served, as paths name them; null for all. */
  readonly served: ReadonlySet<string> | null;
  /** Where single organizations are. */
  readonly targets: ReadonlyMap<string, Target>;
  /** Where all others are; null where there are no others. */
  readonly common: Target | null;
  /** Called once for each server. */
  readonly connect: (url: string) => SentryUpstream;
}

/**
 * Several servers as one: every path begins with the organization it is about, so each request goes
 * to that organization's server with that organization's token. A token never goes elsewhere.
 */
export function createRoutedUpstream({
  served,
  targets,
  common,
  connect,
}: RoutingOptions): SentryUpstream {
  const upstreams = new Map<string, SentryUpstream>();
  for (const { url } of [...(common === null ? [] : [common]), ...targets.values()]) {
    if (!upstreams.has(url)) {
      upstreams.set(url, connect(url));
    }
  }

  function targetOf(path: string): Target {
    const organization = organizationOf(path);
    const isServed = served === null || (organization !== null && served.has(organization));
    const target = (organization === null ? undefined : targets.get(organization)) ?? common;
    if (!isServed || target === null) {
      throw new SentryError(
        'forbidden',
        organization === null
          ? 'This gateway serves single organizations only: name one.'
          : `This gateway does not serve the organization ${JSON.stringify(organization)}.`,
      );
    }
    return target;
  }

  return {
    clientFor(caller): SentryClient {
      const clients = new Map<Target, SentryClient>();
      const clientOf = (path: string) => {
        const target = targetOf(path);
        const known = clients.get(target);
        if (known) {
          return known;
        }
        const upstream = upstreams.get(target.url) as SentryUpstream;
        const client = upstream.clientFor({ ...caller, token: target.token ?? caller.token });
        clients.set(target, client);
        return client;
      };
      return {
        rateLimit: (path) => clientOf(path).rateLimit(path),
        get: async (path, query) => clientOf(path).get(path, query),
        put: async (path, query, change) => clientOf(path).put(path, query, change),
        delete: async (path, query) => clientOf(path).delete(path, query),
        dialectOf: (organization) =>
          clientOf(`/organizations/${organization}/`).dialectOf(organization),
      };
    },
    async close() {
      await Promise.all([...upstreams.values()].map((upstream) => upstream.close()));
    },
  };
}

/** `/organizations/{org}/…` and `/projects/{org}/…`; the `path` tag lets no slash into a name. */
function organizationOf(path: string): string | null {
  return /^\/(?:organizations|projects)\/([^/]+)\//.exec(path)?.[1] ?? null;
}
