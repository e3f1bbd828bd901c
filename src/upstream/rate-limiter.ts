import { SentryError } from '../sentry/errors.ts';
import type { ObservedRateLimit } from '../sentry/rate-limit.ts';
import type { Middleware } from '../sentry/request.ts';
import type { UpstreamEvents } from './events.ts';
import type { HashToken } from './hash-token.ts';
import { KnownLimits, type LimitedEndpoint } from './known-limits.ts';
import type { Ending, Ticket } from './rate-budgets.ts';
import { type LimiterPolicy, TokenGroup } from './token-group.ts';
import type { Member } from './waiter.ts';

export interface LimiterOptions {
  readonly policy: LimiterPolicy;
  readonly events: UpstreamEvents;
  /** A clock that is never set. */
  readonly now: () => number;
  readonly hashToken: HashToken;
}

export interface Limiter {
  readonly layer: Middleware;
  /** What the server last said of a token's limit, and when; null where it has said nothing. */
  lastRateLimit(token: string): ObservedRateLimit | null;
}

interface KnownToken extends Member {
  /** Whether sentry.io counts it by the address that it comes from. */
  readonly isByAddress: boolean;
  /** Not put together with others before this: it was, and was counted apart. */
  apartUntilMs: number;
  last: ObservedRateLimit | null;
}

/** Tokens that are remembered while idle: what is forgotten is said again by the next answer. */
const MAX_TOKENS = 10_000;

/** How long a token that was counted apart is taken to be. */
const APART_MS = 10 * 60_000;

/** Organization tokens, and the API keys of old organizations: neither belongs to a user. */
const BY_ADDRESS = /^(?:sntrys_|[0-9a-f]{32}$)/;

/**
 * Keeps requests within what the server allows those who ask: callers wait here, in turn, and not in
 * front of a 429. Where the server sends no limits, only the number of requests in flight is bounded.
 *
 * Sentry counts all tokens of a user together, all of an organization's integrations, and organization
 * tokens by the gateway's address. Who a token belongs to is not asked: it is seen by what is left.
 */
export function createLimiter({ policy, events, now, hashToken }: LimiterOptions): Limiter {
  const tokens = new Map<string, KnownToken>();
  const limits = new KnownLimits();
  const load = { waiting: 0, underWay: 0 };
  /** Groups that see requests of others in their windows, by bucket. */
  const suspects = new Map<string, { reset: number; groups: Set<TokenGroup> }>();
  let byAddress: TokenGroup | null = null;

  function tokenOf(text: string): KnownToken {
    const key = hashToken(text);
    const token = tokens.get(key) ?? createToken(text);
    // The one used last comes last.
    tokens.delete(key);
    tokens.set(key, token);
    if (tokens.size > MAX_TOKENS) {
      forgetOldest();
    }
    return token;
  }

  function createToken(text: string): KnownToken {
    const isByAddress = BY_ADDRESS.test(text);
    const known = isByAddress && !limits.isEmpty ? byAddress : null;
    const group = known ?? new TokenGroup({ policy, limits, now, events, changed });
    const token = { group, isByAddress, tickets: new Set<Ticket>(), apartUntilMs: 0, last: null };
    group.add(token);
    return token;
  }

  function changed(change: { readonly waiting: number; readonly underWay: number }): void {
    load.waiting += change.waiting;
    load.underWay += change.underWay;
    events.queueChanged?.({ ...load });
  }

  function forgetOldest(): void {
    for (const [key, token] of tokens) {
      if (token.tickets.size === 0 && token.group.isIdle()) {
        token.group.members.delete(token);
        tokens.delete(key);
        return;
      }
    }
  }

  /** Ends a request, and learns of its answer who its token is counted with. */
  function end(token: KnownToken, ticket: Ticket, ending: Ending): void {
    const { told } = ending;
    const { group } = token;
    if (told && group.budgets.isCountedApart(ticket, told)) {
      separate(token, ticket.endpoint);
    }
    token.group.end(token, ticket, ending);
    if (told) {
      token.last = { rateLimit: told, atMs: Date.now() };
      joinWhereShared(token, ticket.endpoint);
    }
  }

  function separate(token: KnownToken, endpoint: LimitedEndpoint): void {
    if (!limits.separateEqual(endpoint) && token.group.members.size > 1) {
      token.apartUntilMs = now() + APART_MS;
      token.group.moveOut(token);
    }
  }

  function joinWhereShared(token: KnownToken, endpoint: LimitedEndpoint): void {
    const { group } = token;
    if (token.isByAddress) {
      byAddress ??= group;
      join(byAddress, group);
      return;
    }
    const own = group.budgets.lastUseOf(endpoint);
    if (own === null || own.used <= own.passed) {
      return;
    }
    const bucket = limits.bucketOf(endpoint);
    const seen = suspects.get(bucket);
    if (seen?.reset !== own.reset) {
      suspects.set(bucket, { reset: own.reset, groups: new Set([group]) });
      return;
    }
    for (const other of seen.groups) {
      const theirs = other.budgets.lastUseOf(endpoint);
      if (theirs?.reset === own.reset && own.used >= own.passed + theirs.passed) {
        join(group, other);
      }
    }
    seen.groups.add(group);
  }

  function join(group: TokenGroup, other: TokenGroup): void {
    const members = [...group.members, ...other.members] as KnownToken[];
    if (
      group !== other &&
      other.members.size > 0 &&
      members.every(({ apartUntilMs }) => apartUntilMs <= now())
    ) {
      group.absorb(other);
    }
  }

  return {
    lastRateLimit: (text) => (limits.isEmpty ? null : (tokens.get(hashToken(text))?.last ?? null)),
    layer: (send) => async (request) => {
      const token = tokenOf(request.token);
      const { endpoint, signal, operation } = request;
      const owner = operation ?? request;
      const ticket = await token.group.admission({ member: token, endpoint, owner, signal });
      try {
        const answer = await send(request);
        end(token, ticket, { ...OK, told: answer.rateLimit });
        return answer;
      } catch (error) {
        end(token, ticket, endingOf(error));
        throw error;
      }
    },
  };
}

const OK = {
  wasSent: true,
  hasAnswer: true,
  isOk: true,
  isRefused: false,
  retryAfterMs: undefined,
} as const;

function endingOf(error: unknown): Ending {
  const failure = error instanceof SentryError ? error : undefined;
  return {
    told: failure?.rateLimit,
    wasSent: failure?.wasSent ?? true,
    hasAnswer: failure?.status !== undefined,
    isOk: false,
    isRefused: failure?.kind === 'rateLimited' && failure.wasSent,
    retryAfterMs: failure?.retryAfterMs,
  };
}
