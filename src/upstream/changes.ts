import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { toKey } from '../key.ts';
import { KEY_PREFIX, type Script, type SharedStore } from '../redis/shared-store.ts';

/** What a change makes outdated. */
export interface ChangeScope {
  readonly key: string;
  /** How long after Sentry has accepted a change it may carry it out. */
  readonly delayMs: number;
}

export const EVERYTHING: ChangeScope = { key: toKey('everything'), delayMs: 0 };

/** What was read from a server. */
export function scopeOfServer(url: string): ChangeScope {
  return { key: toKey('server', url), delayMs: 0 };
}

/**
 * Sentry accepts that events move to another issue, carries it out in background tasks, and does not report when these
 * are done.
 */
const MOVING_MS = 60_000;
/** Bounds the number of scopes, since callers choose the names of organizations. */
const EVENT_SCOPES = 4_096;

/** In which issue the events of an organization are. A few organizations share a scope. */
export function scopeOfEvents(url: string, organization: string): ChangeScope {
  const hash = createHash('sha256').update(organization).digest();
  return { key: toKey('events', url, hash.readUInt32BE() % EVENT_SCOPES), delayMs: MOVING_MS };
}

/** When each scope was last changed, as far as this process knows. Cache keys contain it. */
export interface Changes {
  /** In microseconds since 1970; increases with each change. 0 if none is known. */
  lastChange(scope: ChangeScope): number;
  /** Records a change; resolves when all replicas can know of it. */
  record(scopes: readonly ChangeScope[]): Promise<void>;
  /** Learns of each change that another replica recorded before the call. Absent if nothing is shared. */
  readonly refresh?: (scopes: readonly ChangeScope[]) => Promise<void>;
}

const MICROSECONDS = 1_000;

/** The last change may not be carried out yet. */
export function isPending({ lastChange }: Changes, scope: ChangeScope): boolean {
  return Date.now() < lastChange(scope) / MICROSECONDS + scope.delayMs;
}

/** As long as anything can be cached. */
const KEPT_MS = 30 * 86_400_000;

/** @param shared - Null if nothing is shared. */
export function createChanges(shared: SharedStore | null): Changes {
  const known = new Map<string, { readonly scope: ChangeScope; readonly time: number }>();
  const lastChange = ({ key }: ChangeScope) => known.get(key)?.time ?? 0;
  const learn = (scope: ChangeScope, time: number) => {
    if (time > lastChange(scope)) {
      known.set(scope.key, { scope, time });
    }
  };
  const change = (scopes: readonly ChangeScope[]) => {
    for (const scope of scopes) {
      learn(scope, Math.max(Date.now() * MICROSECONDS, lastChange(scope) + 1));
    }
  };
  if (shared === null) {
    return { lastChange, record: async (scopes) => change(scopes) };
  }

  async function synchronize(scopes: readonly ChangeScope[], isChange: boolean): Promise<void> {
    if (shared === null || scopes.length === 0) {
      return;
    }
    // A script's keys must be in one slot of a Cluster.
    const keys = scopes.map(({ key }) => `${KEY_PREFIX}{changes}:${shared.secret.hash(key)}`);
    const times = scopes.flatMap((scope) => [
      lastChange(scope),
      (Date.now() - scope.delayMs) * MICROSECONDS,
    ]);
    const reply = await shared.run(SYNCHRONIZE, keys, [isChange ? 1 : 0, KEPT_MS, ...times]);
    if (Array.isArray(reply)) {
      for (const [index, scope] of scopes.entries()) {
        learn(scope, Number(reply[index]));
      }
    }
  }

  // Redis may have missed changes, or lost them.
  shared.onReachable(() => {
    void synchronize(
      [...known.values()].map(({ scope }) => scope),
      false,
    );
  });
  return {
    lastChange,
    async record(scopes) {
      change(scopes);
      await synchronize(scopes, true);
    },
    refresh: onceInTurn((scopes) => synchronize(scopes, false)),
  };
}

/**
 * Exchanges times with Redis: the later one of what is stored and what this replica knows counts, and a change gets a
 * later time than any before. A time that nobody knows was evicted, or lost in a restart or failover; it is set so that
 * it is later than the lost one, or that the change is carried out.
 */
const SYNCHRONIZE: Script = {
  name: 'changes',
  source: `
    local isChange, keptMs = ARGV[1] == '1', ARGV[2]
    local times = {}
    for i, key in ipairs(KEYS) do
      local stored = redis.call('GET', key)
      local known, unknown = tonumber(ARGV[2 * i + 1]), tonumber(ARGV[2 * i + 2])
      local time = math.max(tonumber(stored) or unknown, known)
      if isChange and time == tonumber(stored) then
        time = time + 1
      end
      local text = string.format('%.0f', time)
      if text ~= stored then
        redis.call('SET', key, text, 'PX', keptMs)
      end
      times[i] = text
    end
    return times`,
};

/** Calls in one turn of the event loop become one, after the last of them. */
function onceInTurn(
  read: (scopes: readonly ChangeScope[]) => Promise<void>,
): (scopes: readonly ChangeScope[]) => Promise<void> {
  let next: { readonly scopes: Map<string, ChangeScope>; readonly done: Promise<void> } | null =
    null;
  return (scopes) => {
    if (next === null) {
      const waiting = new Map<string, ChangeScope>();
      const done = nextTurn().then(() => {
        next = null;
        return read([...waiting.values()]);
      });
      next = { scopes: waiting, done };
    }
    for (const scope of scopes) {
      next.scopes.set(scope.key, scope);
    }
    return next.done;
  };
}
