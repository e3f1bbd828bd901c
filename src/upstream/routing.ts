import { SentryError } from '../sentry/errors.ts';
import type { UpstreamServer } from './server.ts';

/** A server, and the token for it. */
export interface Target {
  readonly url: string;
  /** Null if each caller sends its own. */
  readonly token: string | null;
  /** URL of its pages in a browser. @default url */
  readonly pages?: string | undefined;
}

interface Targets {
  /** Organizations with a server or token of their own. */
  readonly targets: ReadonlyMap<string, Target>;
  /** The server of all others; null if no others are served. */
  readonly common: Target | null;
}

interface RoutingOptions extends Targets {
  /** Organizations that are served; null for all. */
  readonly served: ReadonlySet<string> | null;
  /** Called once for each server. */
  readonly connect: (url: string) => UpstreamServer;
}

export interface Route {
  readonly url: string;
  /** URL of its pages in a browser. */
  readonly pages: string;
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
  /** Replaces servers and tokens, for requests that are sent from now on. */
  replace(targets: Targets): void;
  /** Those that requests were routed to, or can be. */
  servers(): readonly UpstreamServer[];
  close(): Promise<void>;
}

/**
 * Sends each request to the server of its organization with that organization's token. A token is never sent to
 * another server.
 */
export function createRouting({ served, connect, ...first }: RoutingOptions): Routing {
  const servers = new Map<string, UpstreamServer>();
  const toRoute = ({ url, token, pages = url }: Target): Route => {
    const server = servers.get(url) ?? connect(url);
    servers.set(url, server);
    return { url, server, token, pages };
  };
  const toRoutes = ({ targets, common }: Targets) => ({
    common: common && toRoute(common),
    own: new Map([...targets].map(([slug, target]) => [slug, toRoute(target)])),
  });
  let routes = toRoutes(first);

  return {
    routeOf(organization) {
      const isServed = served === null || (organization !== null && served.has(organization));
      const own = organization === null ? undefined : routes.own.get(organization);
      const route = own ?? routes.common;
      if (!isServed || route === null) {
        throw new SentryError(
          'forbidden',
          organization === null
            ? 'This gateway serves only some organizations: name one of them.'
            : `This gateway does not serve the organization ${JSON.stringify(organization)}.`,
        );
      }
      return route;
    },
    servers: () => [...servers.values()],
    replace(targets) {
      routes = toRoutes(targets);
    },
    async close() {
      await Promise.all([...servers.values()].map((server) => server.close()));
    },
  };
}
