import type { OperationDefinitionNode } from 'graphql';
import { stringifyJson } from '../../sentry/exact-number.ts';
import type { UpstreamUsage } from '../../sentry/operation.ts';
import type { ObserveCache } from '../../upstream/cache-outcome.ts';
import type { CacheStore, Entry } from '../../upstream/cache-store.ts';

export interface OperationKey {
  /** `changes` when it began: what it reads may be older than a change that is made meanwhile. */
  readonly began: number;
  /** The caller, as keys name it. */
  readonly scope: string;
  readonly queryHash: string;
  readonly operationName: string | null;
  readonly variables: object;
}

/** What an operation asks, whoever asks it: with a caller's name it finds what that caller is told. */
export interface Meaning {
  readonly key: string;
  readonly operationName: string | null;
}

/** Whole answers, as text: an operation that comes again while all of it is new is not executed. */
export interface ResponseCache {
  /** Differs after each change that an operation has made upstream. */
  readonly changes: () => number;
  /** The data of an operation, in a form that `stringify` alone can read. */
  find(key: OperationKey, usage: UpstreamUsage): object | undefined;
  /** Remembers `data` once it is written, for as long as all that it was made of counts as new. */
  keep(
    key: OperationKey,
    operation: OperationDefinitionNode,
    data: object,
    usage: UpstreamUsage,
  ): void;
  /** What was asked, if the operation of `usage` was answered in a way that is remembered. */
  meaningOf(usage: UpstreamUsage): Meaning | undefined;
  /** The whole answer to it, as a body in JSON, while all that it was made of is new. */
  bodyFor(scope: string, meaning: Meaning): Buffer | undefined;
  /** Writes an answer as JSON. */
  stringify(result: { readonly data?: object | null }): string;
}

/** Text until it is sent as a body for the first time, and bytes from then on: never both. */
interface WrittenData {
  stored: string | Buffer;
  /** How many requests it was made of. */
  readonly requests: number;
}

/** Largest text of variables in a key, in characters: beyond it nothing is remembered. */
const MAX_VARIABLES_LENGTH = 10_000;

/** @param changes - Changes whenever an operation has changed something upstream. */
export function createResponseCache(
  memory: CacheStore,
  changes: () => number,
  observe: ObserveCache,
): ResponseCache {
  const written = new WeakMap<object, string>();
  const unwritten = new WeakMap<object, { key: string; requests: number; freshUntilMs: number }>();

  const meanings = new WeakMap<UpstreamUsage, Meaning>();
  const keyFor = (scope: string, { key }: Meaning, began = changes()) =>
    `response ${scope} ${began} ${key}`;

  function toMeaning({ queryHash, operationName, variables }: OperationKey): Meaning | undefined {
    const text = JSON.stringify(variables);
    return text.length > MAX_VARIABLES_LENGTH
      ? undefined
      : { key: `${queryHash} ${operationName ?? ''} ${text}`, operationName };
  }

  function findNew(scope: string, meaning: Meaning): WrittenData | undefined {
    const known = memory.get<WrittenData>(keyFor(scope, meaning));
    if (!known || known.freshUntilMs <= Date.now()) {
      return undefined;
    }
    observe('hit');
    return known.value;
  }

  function textOf(data: object | null | undefined): string | undefined {
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
      // Text takes half the memory of the objects that other entries hold.
      const entry: Entry<WrittenData> = {
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
      const meaning = toMeaning(operation);
      const known = meaning && findNew(operation.scope, meaning);
      if (!known) {
        return undefined;
      }
      meanings.set(usage, meaning);
      usage.savedByCache += known.requests;
      const data = {};
      written.set(data, textIn(known));
      return data;
    },
    keep(operation, { operation: kind }, data, usage) {
      const { requests, savedByCache, savedBySingleFlight, freshUntilMs } = usage;
      const isNew = freshUntilMs > Date.now() && Number.isFinite(freshUntilMs);
      const meaning = kind === 'query' && isNew ? toMeaning(operation) : undefined;
      if (meaning) {
        meanings.set(usage, meaning);
        unwritten.set(data, {
          key: keyFor(operation.scope, meaning, operation.began),
          requests: requests + savedByCache + savedBySingleFlight,
          freshUntilMs,
        });
      }
    },
    meaningOf: (usage) => meanings.get(usage),
    bodyFor(scope, meaning) {
      const known = findNew(scope, meaning);
      if (known && typeof known.stored === 'string') {
        known.stored = Buffer.from(BEGINNING + known.stored + END);
      }
      return known?.stored as Buffer | undefined;
    },
    stringify({ data, ...rest }) {
      const text = textOf(data);
      const others = JSON.stringify(rest);
      if (text === undefined) {
        return others;
      }
      return others === '{}' ? `{"data":${text}}` : `{"data":${text},${others.slice(1)}`;
    },
  };
}

const BEGINNING = '{"data":';
const END = '}';

/** The text of the data alone. */
function textIn({ stored }: WrittenData): string {
  return typeof stored === 'string'
    ? stored
    : stored.toString('utf8', BEGINNING.length, stored.length - END.length);
}
