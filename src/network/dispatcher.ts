import { rootCertificates } from 'node:tls';
import { Agent, type Dispatcher, EnvHttpProxyAgent } from 'undici';
import type { NetworkConfig } from '../config/network.ts';
import { sendHttpRequest } from './http-request.ts';

/** No proxy, and the certificate authorities of Node.js. */
export const DIRECT: NetworkConfig = {
  httpsProxy: null,
  httpProxy: null,
  noProxy: '',
  ca: null,
  client: null,
};

interface DispatcherOptions {
  readonly network: NetworkConfig;
  readonly connectTimeoutMs: number;
  readonly agent: Omit<Agent.Options, 'connect'>;
}

/** As in other programs, loopback addresses never use the proxy. */
const LOOPBACK_HOSTS = 'localhost,127.0.0.1,[::1]';

/** A pool of connections for each origin. */
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
    // If one is absent, undici reads the environment variable.
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

/** Key sets of identity providers have a few kilobytes. */
const MAX_JSON_BYTES = 256 * 1024;

/** A `fetch` with the gateway's proxies and certificate authorities. The client certificate is only for Sentry. */
export function createFetcher(network: NetworkConfig): JsonFetcher {
  const dispatcher = createDispatcher({
    network: { ...network, client: null },
    connectTimeoutMs: 5_000,
    agent: { connections: 2 },
  });
  return {
    fetch: async (url, { headers, signal }) => {
      const { origin, pathname, search } = new URL(url);
      const { statusCode, bytes } = await sendHttpRequest(
        dispatcher,
        { origin, path: pathname + search, method: 'GET', headers: Object.fromEntries(headers) },
        { timeoutMs: 5_000, maxBytes: MAX_JSON_BYTES, signal },
      );
      // For some statuses, `Response` refuses any body, even an empty one.
      return new Response(statusCode === 200 ? new Uint8Array(bytes) : null, {
        status: statusCode,
      });
    },
    close: () => dispatcher.destroy(),
  };
}
