import { createHash } from 'node:crypto';
import type { RedisConfig } from '../config/redis.ts';
import type { RedisClient } from './client.ts';
import { createSharedSecret, type SharedSecret } from './shared-secret.ts';

/** A Lua script that Redis runs as one step. */
export interface Script {
  /** For metrics. */
  readonly name: string;
  readonly source: string;
}

/**
 * What replicas share through Redis. Each call resolves within the command timeout: without an answer as if nothing
 * was there. While Redis is away, each call resolves at once.
 */
export interface SharedStore {
  readonly secret: SharedSecret;
  readonly isReachable: () => boolean;
  get(key: string): Promise<Buffer | undefined>;
  /** Resolves to whether the value was stored. */
  set(key: string, value: Buffer, ttlMs: number): Promise<boolean>;
  /**
   * In a Cluster all keys must have the same hash tag, a part in braces. Undefined without an answer; strings of the
   * reply are strings, not buffers.
   */
  run(
    script: Script,
    keys: readonly string[],
    args: readonly (string | number)[],
  ): Promise<unknown>;
  /** Called each time that Redis is there again, and for the first time. */
  onReachable(listener: () => void): void;
  close(): Promise<void>;
}

/** `refused`: Redis answered with an error. */
type CommandOutcome = 'answered' | 'refused' | 'timeout' | 'unreachable';

export interface SharedStoreEvents {
  commandEnded(command: string, outcome: CommandOutcome, durationMs: number): void;
  /** @param reason - Why it went away; contains no URL and no password. */
  reachableChanged(isReachable: boolean, reason?: string): void;
}

/** All keys of the gateway in Redis begin with it, for ACL rules. */
export const KEY_PREFIX = 'sentry-graphql:';

/** How many timeouts within a second show that Redis is too slow to wait for. */
const MAX_TIMEOUTS = 3;
const TIMEOUTS_WINDOW_MS = 1_000;
/**
 * Interval of a small write that shows whether Redis is there: a server that is full, and a replica that is
 * read-only, still answer reads. While Redis is away nothing else is sent.
 */
const PROBE_INTERVAL_MS = 1_000;
/**
 * After so many failed writes a new client is made: one of a Cluster asks for its primaries once after one is lost, and
 * never again if they were the same then; Sentinels that cannot be reached at first are not tried again.
 */
const PROBES_BEFORE_RECONNECT = 5;
const PROBE_KEY = `${KEY_PREFIX}probe`;

/** Errors about the server, its data or its rights, and not about one command. */
const SERVER_ERROR =
  /^(?:READONLY|OOM|LOADING|BUSY|MASTERDOWN|CLUSTERDOWN|NOREPLICAS|MISCONF|NOAUTH|NOPERM|WRONGPASS)\b/;
/** Errors about one command. */
const COMMAND_ERROR = /^(?:ERR|WRONGTYPE|CROSSSLOT|NOSCRIPT)\b/;

/** Begins to connect, and does not wait for it. */
export async function createSharedStore(
  config: RedisConfig,
  events: SharedStoreEvents,
): Promise<SharedStore> {
  // Imported only if it is used: it takes 60 ms of a start.
  const { createRedisClient } = await import('./client.ts');
  return connectSharedStore((onError) => createRedisClient(config, onError), config, events);
}

/** @param createClient - Gets a listener for errors of the connection. */
export function connectSharedStore(
  createClient: (onError: (error: Error) => void) => RedisClient,
  { sharedSecret, commandTimeoutMs }: Pick<RedisConfig, 'sharedSecret' | 'commandTimeoutMs'>,
  events: SharedStoreEvents,
): SharedStore {
  const listeners: (() => void)[] = [];
  const sha1s = new Map<string, string>();
  let isReachable = false;
  let isAway = false;
  // Until the first connection is made, or fails with a reason.
  let isStarting = true;
  let isClosed = false;
  let failedProbes = 0;
  let timeoutsMs: number[] = [];
  let connectionError: string | undefined;
  let timer: NodeJS.Timeout | undefined;
  let client = open();

  function open(): RedisClient {
    // A client that was replaced may still fail.
    const noteError = ({ message }: Error) => {
      if (opened === client) {
        connectionError = message;
        isStarting = false;
        leave(message);
      }
    };
    const opened = createClient(noteError);
    opened.connect().then(() => {
      isStarting = false;
      return probe();
    }, noteError);
    return opened;
  }

  function leave(reason: string): void {
    if (!isAway && !isClosed && !isStarting) {
      isAway = true;
      isReachable = false;
      events.reachableChanged(false, reason);
    }
  }

  function arrive(): void {
    if (!isReachable && !isClosed) {
      isReachable = true;
      isAway = false;
      timeoutsMs = [];
      connectionError = undefined;
      events.reachableChanged(true);
      for (const listener of listeners) {
        listener();
      }
    }
  }

  async function probe(): Promise<void> {
    const stored = await send('probe', () =>
      client.set(PROBE_KEY, Buffer.from('1'), 10 * PROBE_INTERVAL_MS),
    );
    if (stored !== undefined) {
      failedProbes = 0;
      arrive();
      return;
    }
    leave(`Redis did not answer within ${commandTimeoutMs} ms`);
    failedProbes += 1;
    if (failedProbes % PROBES_BEFORE_RECONNECT === 0 && !isClosed) {
      isStarting = false;
      client.destroy();
      client = open();
    }
  }

  function probeRepeatedly(): void {
    timer = setTimeout(async () => {
      await probe();
      if (!isClosed) {
        probeRepeatedly();
      }
    }, PROBE_INTERVAL_MS).unref();
  }

  /** Resolves to undefined without an answer in time. */
  async function send<T>(command: string, start: () => Promise<T>): Promise<T | undefined> {
    const startMs = performance.now();
    let outcome: CommandOutcome = 'answered';
    const answer = await withTimeout(
      new Promise<T>((resolve) => resolve(start())),
      commandTimeoutMs,
      () => {
        outcome = 'timeout';
        timeoutsMs = timeoutsMs.filter((ms) => startMs - ms < TIMEOUTS_WINDOW_MS).concat(startMs);
        if (timeoutsMs.length >= MAX_TIMEOUTS) {
          leave(`Redis did not answer within ${commandTimeoutMs} ms`);
        }
      },
    ).catch(({ message }: Error) => {
      outcome =
        SERVER_ERROR.test(message) || COMMAND_ERROR.test(message) ? 'refused' : 'unreachable';
      if (outcome === 'unreachable') {
        leave(connectionError ?? message);
      } else if (SERVER_ERROR.test(message)) {
        leave(message);
      }
      return undefined;
    });
    events.commandEnded(command, outcome, performance.now() - startMs);
    return answer;
  }

  async function evaluate(
    { source }: Script,
    keys: readonly string[],
    args: readonly string[],
  ): Promise<unknown> {
    let sha1 = sha1s.get(source);
    if (sha1 === undefined) {
      sha1 = createHash('sha1').update(source).digest('hex');
      sha1s.set(source, sha1);
    }
    try {
      return await client.evalSha(sha1, keys, args);
    } catch (error) {
      if (error instanceof Error && error.message.startsWith('NOSCRIPT')) {
        return client.eval(source, keys, args);
      }
      throw error;
    }
  }

  probeRepeatedly();
  return {
    secret: createSharedSecret(sharedSecret),
    isReachable: () => isReachable,
    async get(key) {
      return isReachable ? ((await send('get', () => client.get(key))) ?? undefined) : undefined;
    },
    async set(key, value, ttlMs) {
      return isReachable && (await send('set', () => client.set(key, value, ttlMs))) !== undefined;
    },
    async run(script, keys, args) {
      return isReachable
        ? send(script.name, () => evaluate(script, keys, args.map(String)))
        : undefined;
    },
    onReachable: (listener) => listeners.push(listener),
    async close() {
      isClosed = true;
      clearTimeout(timer);
      client.destroy();
    },
  };
}

/** Resolves to undefined, and calls `onTimeout`, if there is no answer in time. */
function withTimeout<T>(
  answer: Promise<T>,
  timeoutMs: number,
  onTimeout: () => void,
): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    let isSettled = false;
    const timer = setTimeout(() => {
      // After a delay of the event loop, an answer that arrived in time is read only after timers have run.
      setImmediate(() => {
        if (!isSettled) {
          onTimeout();
          resolve(undefined);
        }
      });
    }, timeoutMs);
    answer
      .finally(() => {
        isSettled = true;
        clearTimeout(timer);
      })
      .then(resolve, reject);
  });
}
