import type { OperationDefinitionNode } from 'graphql';
import { stringifyJson } from '../../sentry/exact-number.ts';
import type { UpstreamUsage } from '../../sentry/operation.ts';
import type { ObserveCache } from '../../upstream/cache-outcome.ts';
import type { CacheStore, Entry } from '../../upstream/cache-store.ts';

export interface OperationKey {
  /** `changes` at the start of the operation: it may read data from before a later change. */
  readonly began: number;
  /** Identifies the caller in cache keys. */
  readonly scope: string;
  readonly queryHash: string;
  readonly operationName: string | null;
  readonly variables: object;
}

/** An operation with its variables, without its caller. */
export interface OperationIdentity {
  readonly key: string;
  readonly operationName: string | null;
}

/** Caches results as text: an operation that is repeated while all its data is fresh is not executed. */
export interface ResponseCache {
  /** Number of changes made upstream. */
  readonly changes: () => number;
  /** A cached result, which only `stringify` can read. */
  find(key: OperationKey, usage: UpstreamUsage): object | undefined;
  /** Caches `data` when it is serialized, for as long as everything that it was made of is fresh. */
  keep(
    key: OperationKey,
    operation: OperationDefinitionNode,
    data: object,
    usage: UpstreamUsage,
  ): void;
  /** Undefined if the operation's result is not cached. */
  identityOf(usage: UpstreamUsage): OperationIdentity | undefined;
  /** The cached response body. */
  bodyFor(scope: string, identity: OperationIdentity): Buffer | undefined;
  /** Serializes a result as JSON. */
  stringify(result: { readonly data?: object | null }): string;
}

/** Text until it is first sent as a body, then bytes: never both. */
interface CachedData {
  stored: string | Buffer;
  /** Upstream requests that it was made of. */
  readonly requests: number;
}

/** Operations with more characters of variables are not cached. */
const MAX_VARIABLES_LENGTH = 10_000;

/** @param changes - Number of changes made upstream. */
export function createResponseCache(
  memory: CacheStore,
  changes: () => number,
  observe: ObserveCache,
): ResponseCache {
  const written = new WeakMap<object, string>();
  const unwritten = new WeakMap<object, { key: string; requests: number; freshUntilMs: number }>();

  const identities = new WeakMap<UpstreamUsage, OperationIdentity>();
  const keyFor = (scope: string, { key }: OperationIdentity, began = changes()) =>
    `response ${scope} ${began} ${key}`;

  function toIdentity({
    queryHash,
    operationName,
    variables,
  }: OperationKey): OperationIdentity | undefined {
    const text = JSON.stringify(variables);
    return text.length > MAX_VARIABLES_LENGTH
      ? undefined
      : { key: `${queryHash} ${operationName ?? ''} ${text}`, operationName };
  }

  function findNew(scope: string, identity: OperationIdentity): CachedData | undefined {
    const known = memory.get<CachedData>(keyFor(scope, identity));
    if (!known || known.freshUntilMs <= Date.now()) {
      return undefined;
    }
    observe('hit');
    return known.value;
  }

  function serializeData(data: object | null | undefined): string | undefined {
    if (!data) {
      return data === null ? 'null' : undefined;
    }
    const known = written.get(data);
    if (known !== undefined) {
      return known;
    }
    const text = stringifyJson(data);
    const pending = unwritten.get(data);
    if (pending) {
      const { key, requests, freshUntilMs } = pending;
      // Text takes half the memory of the objects in other entries.
      const entry: Entry<CachedData> = {
        value: { stored: text, requests },
        bytes: text.length / 2,
        freshUntilMs,
      };
      memory.set(key, entry, freshUntilMs - Date.now());
    }
    return text;
  }

  return {
    changes,
    find(operation, usage) {
      const identity = toIdentity(operation);
      const known = identity && findNew(operation.scope, identity);
      if (!known) {
        return undefined;
      }
      identities.set(usage, identity);
      usage.savedByCache += known.requests;
      const data = {};
      written.set(data, dataTextOf(known));
      return data;
    },
    keep(operation, { operation: kind }, data, usage) {
      const { requests, savedByCache, savedBySingleFlight, freshUntilMs } = usage;
      const isNew = freshUntilMs > Date.now() && Number.isFinite(freshUntilMs);
      const identity = kind === 'query' && isNew ? toIdentity(operation) : undefined;
      if (identity) {
        identities.set(usage, identity);
        unwritten.set(data, {
          key: keyFor(operation.scope, identity, operation.began),
          requests: requests + savedByCache + savedBySingleFlight,
          freshUntilMs,
        });
      }
    },
    identityOf: (usage) => identities.get(usage),
    bodyFor(scope, identity) {
      const known = findNew(scope, identity);
      if (known && typeof known.stored === 'string') {
        known.stored = Buffer.from(PREFIX + known.stored + SUFFIX);
      }
      return known?.stored as Buffer | undefined;
    },
    stringify({ data, ...rest }) {
      const text = serializeData(data);
      const others = JSON.stringify(rest);
      if (text === undefined) {
        return others;
      }
      return others === '{}' ? `{"data":${text}}` : `{"data":${text},${others.slice(1)}`;
    },
  };
}

const PREFIX = '{"data":';
const SUFFIX = '}';

function dataTextOf({ stored }: CachedData): string {
  return typeof stored === 'string'
    ? stored
    : stored.toString('utf8', PREFIX.length, stored.length - SUFFIX.length);
}
