import { rootCertificates } from 'node:tls';
import { Agent, type Dispatcher, EnvHttpProxyAgent } from 'undici';
import type { NetworkConfig } from '../config/network.ts';
import { exchange } from './http-request.ts';

/** How servers are reached: proxies, trusted authorities, the gateway's own certificate. */
export type Network = NetworkConfig;

/** Straight, with Node's authorities. */
export const DIRECT: Network = {
  httpsProxy: null,
  httpProxy: null,
  noProxy: '',
  ca: null,
  client: null,
};

export interface DispatcherOptions {
  readonly network: Network;
  /** Longest wait for a connection. */
  readonly connectTimeoutMs: number;
  readonly agent: Omit<Agent.Options, 'connect'>;
}

/** This machine itself is never reached through a proxy, as other programs have it too. */
const LOOPBACK_HOSTS = 'localhost,127.0.0.1,[::1]';

/** Connections to servers, pooled by origin. */
export function createDispatcher({
  network: { httpProxy, httpsProxy, noProxy, ca, client },
  connectTimeoutMs,
  agent,
}: DispatcherOptions): Dispatcher {
  const trust = ca === null ? {} : { ca: [...rootCertificates, ca] };
  const connect = { timeout: connectTimeoutMs, ...trust, ...client };
  if (httpProxy === null && httpsProxy === null) {
    return new Agent({ ...agent, connect });
  }
  return new EnvHttpProxyAgent({
    ...agent,
    connect,
    requestTls: connect,
    proxyTls: { timeout: connectTimeoutMs, ...trust },
    // Empty and not absent: what is absent would be read from the process's environment.
    httpProxy: httpProxy ?? '',
    httpsProxy: httpsProxy ?? '',
    noProxy: noProxy.trim() === '*' ? '*' : `${noProxy},${LOOPBACK_HOSTS}`,
  });
}

export interface JsonFetcher {
  /** Fits jose's `customFetch`. Redirects are not followed. */
  readonly fetch: (
    url: string,
    init: { readonly headers: Headers; readonly signal: AbortSignal },
  ) => Promise<Response>;
  close(): Promise<void>;
}

/** Providers' key sets have a few kilobytes. */
const MAX_JSON_BYTES = 256 * 1024;

/** A `fetch` that goes the gateway's ways. The certificate is for Sentry, and is not shown here. */
export function createFetcher(network: Network): JsonFetcher {
  const dispatcher = createDispatcher({
    network: { ...network, client: null },
    connectTimeoutMs: 5_000,
    agent: { connections: 2 },
  });
  return {
    fetch: async (url, { headers, signal }) => {
      const { origin, pathname, search } = new URL(url);
      const { statusCode, bytes } = await exchange(
        dispatcher,
        { origin, path: pathname + search, method: 'GET', headers: Object.fromEntries(headers) },
        { timeoutMs: 5_000, maxBytes: MAX_JSON_BYTES, signal },
      );
      // Some statuses are refused together with a body, even an empty one.
      return new Response(statusCode === 200 ? new Uint8Array(bytes) : null, {
        status: statusCode,
      });
    },
    close: () => dispatcher.destroy(),
  };
}
