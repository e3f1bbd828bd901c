import { LRUCache } from 'lru-cache';
import { SENTRY_IO } from '../config/server.ts';
import { isSentryIo } from '../sentry/address.ts';
import { endpoints } from '../sentry/endpoints.ts';
import { isSentryError } from '../sentry/errors.ts';
import { asObject, asObjects, asString, type Json } from '../sentry/json.ts';
import type { SentryAnswer, SentryRequest } from '../sentry/request.ts';
import type { UpstreamServer } from './server.ts';

/** The host that forwards to all regions of sentry.io. */
export function isBaseOfRegions(url: string): boolean {
  return new URL(url).href === `${SENTRY_IO}/`;
}

/** Organizations whose region is known at the same time. */
const MAX_ORGANIZATIONS = 10_000;

/** How long an organization without a known region is requested from the base host before it is looked up again. */
const UNKNOWN_MS = 10 * 60_000;

/**
 * sentry.io with its regions: each organization is in one of them, which `links.regionUrl` of the organization
 * names. The base host would forward its requests there. Only hosts of sentry.io are accepted: a token goes nowhere
 * else, whatever a response says.
 *
 * @param connect - Called once for each region.
 */
export function connectRegions(
  base: UpstreamServer,
  connect: (url: string) => UpstreamServer,
): UpstreamServer {
  const servers = new Map<string, UpstreamServer>();
  /** The server of each organization; `base` where no region is known. */
  const serverOf = new LRUCache<string, UpstreamServer>({ max: MAX_ORGANIZATIONS });

  function toServer(body: Json | undefined): UpstreamServer {
    const url = regionOf(body);
    if (url === null) {
      return base;
    }
    const server = servers.get(url) ?? connect(url);
    servers.set(url, server);
    return server;
  }

  function learn(organization: string, body: Json | undefined): void {
    const server = toServer(body);
    serverOf.set(organization, server, server === base ? { ttl: UNKNOWN_MS } : {});
  }

  async function askBase(request: SentryRequest, organization: string): Promise<SentryAnswer> {
    const answer = await base.send(request);
    learn(organization, answer.body);
    return answer;
  }

  async function lookUp(request: SentryRequest, organization: string): Promise<UpstreamServer> {
    const { params, token, signal, deadline, operation } = request;
    const { organization: endpoint } = endpoints;
    const call = { endpoint, params, query: {}, token, signal, deadline, operation };
    try {
      await askBase({ ...call, isFallback: true }, organization);
    } catch (error) {
      if (isSentryError(error, 'unauthenticated', 'cancelled')) {
        throw error;
      }
      // The token lacks `org:read`, or there is no such organization.
      if (isSentryError(error, 'forbidden', 'notFound') && !serverOf.has(organization)) {
        learn(organization, undefined);
      }
    }
    return serverOf.get(organization) ?? base;
  }

  async function sendWithoutOrganization(request: SentryRequest): Promise<SentryAnswer> {
    const answer = await base.send(request);
    const listed = request.endpoint.name === endpoints.organizations.name ? answer.body : null;
    for (const item of asObjects(listed) ?? []) {
      const slug = asString(item['slug']);
      if (slug !== null && toServer(item) !== base) {
        learn(slug, item);
      }
    }
    return answer;
  }

  return {
    knowledge: base.knowledge,
    async send(request) {
      const organization = request.params['organization'] ?? null;
      if (organization === null) {
        return sendWithoutOrganization(request);
      }
      const known = serverOf.get(organization);
      if (known === undefined && request.endpoint.name === endpoints.organization.name) {
        return askBase(request, organization);
      }
      return (known ?? (await lookUp(request, organization))).send(request);
    },
    lastRateLimit: (token, organization) =>
      (serverOf.get(organization ?? '') ?? base).lastRateLimit(token, organization),
    async close() {
      await Promise.all([base, ...servers.values()].map((server) => server.close()));
    },
  };
}

/** The origin of an organization's region; null if it is not a host below sentry.io. */
function regionOf(organization: Json | undefined): string | null {
  const text = asString(asObject(asObject(organization)?.['links'])?.['regionUrl']);
  const url = text !== null && URL.canParse(text) ? new URL(text) : null;
  const isRegion =
    url !== null &&
    isSentryIo(url) &&
    url.hostname !== 'sentry.io' &&
    url.href === `https://${url.hostname}/`;
  return isRegion ? url.origin : null;
}
