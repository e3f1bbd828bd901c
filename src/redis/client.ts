import { rootCertificates } from 'node:tls';
import { createClient, createCluster, createSentinel, RESP_TYPES } from '@redis/client';
import type { RedisConfig } from '../config/redis.ts';

/** The commands that the gateway sends. */
export interface RedisClient {
  /** @throws if no connection can be made. */
  connect(): Promise<unknown>;
  /** Null if there is none. */
  get(key: string): Promise<Buffer | null>;
  set(key: string, value: Buffer, ttlMs: number): Promise<unknown>;
  evalSha(sha1: string, keys: readonly string[], args: readonly string[]): Promise<unknown>;
  eval(source: string, keys: readonly string[], args: readonly string[]): Promise<unknown>;
  destroy(): void;
}

const CONNECT_TIMEOUT_MS = 5_000;
/** Shows a connection that is dead although no packet says so. */
const PING_INTERVAL_MS = 2_000;
const SOCKET_TIMEOUT_MS = 5_000;
const MAX_RECONNECT_DELAY_MS = 2_000;

/** Random, so that not all replicas come back at the same moment. */
function reconnectDelayMs(retries: number): number {
  return Math.random() * Math.min(MAX_RECONNECT_DELAY_MS, 100 * 2 ** retries);
}

function login(username: string, password: string) {
  return {
    ...(username === '' ? {} : { username }),
    ...(password === '' ? {} : { password }),
  };
}

/** One client for a single server, a Cluster, or the primary that Sentinels name. */
export function createRedisClient(
  { url, mode, sentinelName, sentinelUser, sentinelPassword, ca }: RedisConfig,
  onError: (error: Error) => void,
): RedisClient {
  const common = {
    connectTimeout: CONNECT_TIMEOUT_MS,
    socketTimeout: SOCKET_TIMEOUT_MS,
    reconnectStrategy: reconnectDelayMs,
  };
  const socket = url.isTls
    ? { ...common, tls: true as const, ca: [...rootCertificates, ...(ca === null ? [] : [ca])] }
    : common;
  const node = {
    ...login(url.username, url.password),
    database: url.database,
    socket,
    pingInterval: PING_INTERVAL_MS,
    // Commands fail while there is no connection, instead of waiting for one.
    disableOfflineQueue: true,
    // Users with few permissions may not send it.
    disableClientInfo: true,
    maintNotifications: 'disabled' as const,
  };
  // With RESP 3, a connection begins with HELLO, which servers before Redis 6 lack.
  const protocol = { RESP: 2 as const };
  const client = (() => {
    switch (mode) {
      case 'single':
        return createClient({ ...protocol, ...node, socket: { ...socket, ...url.addresses[0] } });
      case 'cluster':
        return createCluster({
          ...protocol,
          rootNodes: url.addresses.map((address) => ({ socket: { ...socket, ...address } })),
          defaults: node,
        });
      case 'sentinel':
        return createSentinel({
          ...protocol,
          name: sentinelName,
          sentinelRootNodes: [...url.addresses],
          nodeClientOptions: node,
          sentinelClientOptions: { ...login(sentinelUser, sentinelPassword), socket },
          scanInterval: 1_000,
        });
    }
  })();
  client.on('error', (error: unknown) => {
    // A client of Sentinels also emits text, and each time the error that it is about.
    if (error instanceof Error) {
      onError(error);
    }
  });
  const bytes = client.withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer });
  return {
    connect: () => client.connect(),
    get: (key) => bytes.get(key),
    set: (key, value, ttlMs) =>
      client.set(key, value, { expiration: { type: 'PX', value: ttlMs } }),
    evalSha: (sha1, keys, args) => client.evalSha(sha1, { keys: [...keys], arguments: [...args] }),
    eval: (source, keys, args) => client.eval(source, { keys: [...keys], arguments: [...args] }),
    destroy() {
      // It fails, or rejects, if there is no connection.
      new Promise((resolve) => resolve(client.destroy())).catch(() => undefined);
    },
  };
}
