import { SentryError } from '../sentry/errors.ts';
import type { UpstreamServer } from './server.ts';

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
  readonly connect: (url: string) => UpstreamServer;
}

export interface Route {
  readonly server: UpstreamServer;
  /** Null where each caller brings one. */
  readonly token: string | null;
}

export interface Routing {
  /**
   * The server of an organization; of none in particular where it is null.
   * @throws SentryError `forbidden` where it is not served.
   */
  routeOf(organization: string | null): Route;
  close(): Promise<void>;
}

/**
 * Several servers as one: every request names the organization it is about, so it goes to that
 * organization's server with that organization's token. A token never goes elsewhere.
 */
export function createRouting({ served, targets, common, connect }: RoutingOptions): Routing {
  const servers = new Map<string, UpstreamServer>();
  const toRoute = ({ url, token }: Target): Route => {
    const server = servers.get(url) ?? connect(url);
    servers.set(url, server);
    return { server, token };
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
            ? 'This gateway serves single organizations only: name one.'
            : `This gateway does not serve the organization ${JSON.stringify(organization)}.`,
        );
      }
      return route;
    },
    async close() {
      await Promise.all([...servers.values()].map((server) => server.close()));
    },
  };
}
