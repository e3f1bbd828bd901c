import type { CacheConfig } from '../config/cache.ts';
import type { Layer, SentryRequest } from '../sentry/exchange.ts';
import { rememberAnswers } from './answers.ts';
import { rememberEventBodies } from './event-bodies.ts';
import { createTokenNames, organizationOf, textOf } from './keys.ts';
import type { Memory } from './memory.ts';
import { createMemory } from './memory.ts';
import { singleFlight } from './single-flight.ts';

export interface UpstreamCache {
  /** What a read passes before it is sent to the server at `url`. */
  layersFor(url: string): readonly Layer[];
  /** The name of a token in keys; it says nothing of the token. */
  readonly nameOf: (token: string) => string;
  /** What else may be remembered in the same memory; null where remembering is off. */
  readonly memory: Memory | null;
  /** Changes whenever an operation has changed something upstream. */
  readonly changes: () => number;
}

/** What all operations share of Sentry's answers: each caller's apart from the others'. */
export function createUpstreamCache({
  mode,
  maxBytes,
  ttlMs,
  eventTtlMs,
  staleMs,
}: CacheConfig): UpstreamCache {
  const memory = mode === 'on' ? createMemory(maxBytes) : null;
  const nameOf = createTokenNames();
  const generations = new Map<string, number>();
  let changes = 0;

  function layersFor(url: string): readonly Layer[] {
    const scopeOf = ({ token, path }: SentryRequest) =>
      `${url} ${nameOf(token)} ${organizationOf(path)}`;
    const generationOf = (path: string) => generations.get(`${url} ${organizationOf(path)}`) ?? 0;
    const keyOf = (request: SentryRequest) =>
      `${url} ${nameOf(request.token)} ${generationOf(request.path)} ${textOf(request)}`;
    const age = (path: string) => {
      changes += 1;
      generations.set(`${url} ${organizationOf(path)}`, generationOf(path) + 1);
    };
    return [
      forgetChanged(age),
      ...(memory ? [rememberAnswers({ memory, keyOf, ttlMs, staleMs })] : []),
      singleFlight(keyOf),
      ...(memory ? [rememberEventBodies({ memory, scopeOf, ttlMs: eventTtlMs })] : []),
    ];
  }

  return { layersFor, nameOf, memory, changes: () => changes };
}

/**
 * A change makes what was read of its organization old, for all callers: reads under way when it is
 * sent may or may not show it, and so may those that begin before it is answered.
 */
function forgetChanged(age: (path: string) => void): Layer {
  return (send) => async (request) => {
    if (request.method === 'GET') {
      return send(request);
    }
    age(request.path);
    try {
      return await send(request);
    } finally {
      age(request.path);
    }
  };
}
