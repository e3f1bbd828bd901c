import type { OperationDefinitionNode } from 'graphql';
import type { Entry, Memory } from '../cache/memory.ts';
import type { Tally } from '../sentry/tally.ts';

export interface OperationKey {
  /** The caller, as keys name it. */
  readonly scope: string;
  readonly queryHash: string;
  readonly operationName: string | null;
  readonly variables: object;
}

/** Whole answers, as text: an operation that comes again while all of it is new is not executed. */
export interface ResponseMemory {
  /** The data of an operation, in a form that `stringify` alone can read. */
  find(key: OperationKey, tally: Tally): object | undefined;
  /** Remembers `data` once it is written, for as long as all that it was made of counts as new. */
  keep(key: OperationKey, operation: OperationDefinitionNode, data: object, tally: Tally): void;
  /** Writes an answer as JSON. */
  stringify(result: { readonly data?: object | null }): string;
}

interface WrittenData {
  readonly text: string;
  /** How many requests it was made of. */
  readonly requests: number;
}

/** Largest text of variables in a key, in characters: beyond it nothing is remembered. */
const MAX_VARIABLES_LENGTH = 10_000;

/** @param changes - Changes whenever an operation has changed something upstream. */
export function createResponseMemory(memory: Memory, changes: () => number): ResponseMemory {
  const written = new WeakMap<object, string>();
  const unwritten = new WeakMap<object, { key: string; requests: number; freshUntilMs: number }>();

  function keyOf({ scope, queryHash, operationName, variables }: OperationKey): string | undefined {
    const text = JSON.stringify(variables);
    return text.length > MAX_VARIABLES_LENGTH
      ? undefined
      : `response ${scope} ${changes()} ${queryHash} ${operationName ?? ''} ${text}`;
  }

  function textOf(data: object | null | undefined): string | undefined {
    if (!data) {
      return data === null ? 'null' : undefined;
    }
    const known = written.get(data);
    if (known !== undefined) {
      return known;
    }
    const text = JSON.stringify(data);
    const pending = unwritten.get(data);
    if (pending) {
      const { key, requests, freshUntilMs } = pending;
      // Text takes half the memory of the objects that other entries hold.
      const entry: Entry<WrittenData> = {
        value: { text, requests },
        bytes: text.length / 2,
        freshUntilMs,
      };
      memory.set(key, entry, freshUntilMs - Date.now());
    }
    return text;
  }

  return {
    find(operation, tally) {
      const key = keyOf(operation);
      const known = key === undefined ? undefined : memory.get<WrittenData>(key);
      if (!known || known.freshUntilMs <= Date.now()) {
        return undefined;
      }
      tally.savedByCache += known.value.requests;
      const data = {};
      written.set(data, known.value.text);
      return data;
    },
    keep(operation, { operation: kind }, data, tally) {
      const { requests, savedByCache, savedBySingleFlight, freshUntilMs } = tally;
      const key = kind === 'query' && freshUntilMs > Date.now() ? keyOf(operation) : undefined;
      if (key !== undefined && Number.isFinite(freshUntilMs)) {
        unwritten.set(data, {
          key,
          requests: requests + savedByCache + savedBySingleFlight,
          freshUntilMs,
        });
      }
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
