import { SentryError } from '../sentry/errors.ts';
import type { UpstreamServer } from './server.ts';

/** A server, and the token for it. */
export interface Target {
  readonly url: string;
  /** Null if each caller sends its own. */
  readonly token: string | null;
}

export interface RoutingOptions {
  /** Organizations that are served; null for all. */
  readonly served: ReadonlySet<string> | null;
  /** Organizations with a server or token of their own. */
  readonly targets: ReadonlyMap<string, Target>;
  /** The server of all others; null if no others are served. */
  readonly common: Target | null;
  /** Called once for each server. */
  readonly connect: (url: string) => UpstreamServer;
}

export interface Route {
  readonly url: string;
  readonly server: UpstreamServer;
  /** Null if each caller sends its own. */
  readonly token: string | null;
}

export interface Routing {
  /**
   * @param organization - Null for a request without an organization.
   * @throws SentryError `forbidden` if the organization is not served.
   */
  routeOf(organization: string | null): Route;
  /** Those that requests were routed to, or can be. */
  servers(): readonly UpstreamServer[];
  close(): Promise<void>;
}

/**
 * Sends each request to the server of its organization with that organization's token. A token is never sent to
 * another server.
 */
export function createRouting({ served, targets, common, connect }: RoutingOptions): Routing {
  const servers = new Map<string, UpstreamServer>();
  const toRoute = ({ url, token }: Target): Route => {
    const server = servers.get(url) ?? connect(url);
    servers.set(url, server);
    return { url, server, token };
  };
  const commonRoute = common && toRoute(common);
  const routes = new Map([...targets].map(([slug, target]) => [slug, toRoute(target)]));

  return {
    routeOf(organization) {
      const isServed = served === null || (organization !== null && served.has(organization));
      const route = (organization === null ? undefined : routes.get(organization)) ?? commonRoute;
      if (!isServed || route === null) {
        throw new SentryError(
          'forbidden',
          organization === null
            ? 'This gateway serves only some organizations, so this field needs one of them.'
            : `This gateway does not serve the organization ${JSON.stringify(organization)}.`,
        );
      }
      return route;
    },
    servers: () => [...servers.values()],
    async close() {
      await Promise.all([...servers.values()].map((server) => server.close()));
    },
  };
}
