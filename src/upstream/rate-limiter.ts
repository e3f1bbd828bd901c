import { SentryError } from '../sentry/errors.ts';
import type { ObservedRateLimit } from '../sentry/rate-limit.ts';
import type { Middleware } from '../sentry/request.ts';
import type { UpstreamEvents } from './events.ts';
import type { HashToken } from './hash-token.ts';
import { KnownLimits, type LimitedEndpoint } from './known-limits.ts';
import type { Ending, Ticket } from './rate-budgets.ts';
import { type LimiterPolicy, type ServerBudgets, TokenGroup } from './token-group.ts';
import type { Member } from './waiter.ts';

interface LimiterOptions {
  readonly policy: LimiterPolicy;
  readonly events: UpstreamEvents;
  /** Monotonic clock. */
  readonly now: () => number;
  readonly hashToken: HashToken;
  /** @default null */
  readonly shared?: ServerBudgets | null;
}

export interface Limiter {
  readonly middleware: Middleware;
  /** The rate limit that the server last sent for a token; null if it has sent none. */
  lastRateLimit(token: string): ObservedRateLimit | null;
}

interface KnownToken extends Member {
  /** Counted with all other joined ones: sentry.io counts them by IP address, or the setting says so. */
  readonly isJoined: boolean;
  /** Until then the token is not grouped with others: it was, but Sentry counted it separately. */
  separateUntilMs: number;
  last: ObservedRateLimit | null;
}

/** Idle tokens that are kept; the next response of Sentry shows the limits of a dropped one again. */
const MAX_TOKENS = 10_000;

/** How long a token that was counted separately stays ungrouped. */
const SEPARATE_MS = 10 * 60_000;

/** The owner of the budgets of joined tokens. */
const JOINED = 'joined';

/** Organization tokens, and API keys of old organizations: neither belongs to a user. */
const BY_ADDRESS = /^(?:sntrys_|[0-9a-f]{32}$)/;

/**
 * Keeps requests within the server's rate limits: a request that would get a 429 waits here for its turn.
 * For a server that sends no limits, only the number of requests in flight is limited.
 *
 * Sentry counts together all tokens of a user, all integrations of an organization, and all organization
 * tokens of an IP address. The owner of a token is not requested: the remaining numbers in responses show
 * which tokens are counted together.
 */
export function createLimiter({
  policy,
  events,
  now,
  hashToken,
  shared = null,
}: LimiterOptions): Limiter {
  const tokens = new Map<string, KnownToken>();
  const limits = new KnownLimits();
  const load = { waiting: 0, inFlight: 0 };
  /** By bucket, the groups whose windows contain requests of others. */
  const suspects = new Map<string, { reset: number; groups: Set<TokenGroup> }>();
  let joined: TokenGroup | null = null;

  function tokenOf(text: string): KnownToken {
    const key = hashToken(text);
    const token = tokens.get(key) ?? createToken(text);
    // Moves it to the end: the order is that of the last use.
    tokens.delete(key);
    tokens.set(key, token);
    if (tokens.size > MAX_TOKENS) {
      forgetOldest();
    }
    return token;
  }

  function createToken(text: string): KnownToken {
    const isJoined = policy.joinsTokens || BY_ADDRESS.test(text);
    const known = isJoined && (policy.joinsTokens || !limits.isEmpty) ? joined : null;
    const owner = isJoined ? JOINED : hashToken(text);
    const group = known ?? new TokenGroup(owner, { policy, limits, now, events, shared, changed });
    const token = {
      group,
      owner,
      isJoined,
      tickets: new Set<Ticket>(),
      separateUntilMs: 0,
      last: null,
    };
    group.add(token);
    if (policy.joinsTokens) {
      joined = group;
    }
    return token;
  }

  function changed(change: { readonly waiting: number; readonly inFlight: number }): void {
    load.waiting += change.waiting;
    load.inFlight += change.inFlight;
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

  /** Ends a request, and learns from its response which tokens are counted together. */
  function end(token: KnownToken, ticket: Ticket, ending: Ending): void {
    const { rateLimit } = ending;
    const { group } = token;
    if (rateLimit && group.budgets.isCountedSeparately(ticket, rateLimit)) {
      separate(token, ticket.endpoint);
    }
    token.group.end(token, ticket, ending);
    if (rateLimit) {
      token.last = { rateLimit, atMs: Date.now() };
      joinWhereShared(token, ticket.endpoint);
    }
  }

  function separate(token: KnownToken, endpoint: LimitedEndpoint): void {
    const isGrouped = token.group.members.size > 1 && !policy.joinsTokens;
    if (!limits.separateEqual(endpoint) && isGrouped) {
      token.separateUntilMs = now() + SEPARATE_MS;
      token.group.moveOut(token);
    }
  }

  function joinWhereShared(token: KnownToken, endpoint: LimitedEndpoint): void {
    const { group } = token;
    if (token.isJoined) {
      joined ??= group;
      join(joined, group);
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
        join(token.group, other);
      }
    }
    seen.groups.add(token.group);
  }

  function join(group: TokenGroup, other: TokenGroup): void {
    const members = [...group.members, ...other.members] as KnownToken[];
    if (
      group !== other &&
      other.members.size > 0 &&
      members.every(({ separateUntilMs }) => separateUntilMs <= now())
    ) {
      // Replicas that learn the same in another order use the same budgets.
      const [first, second] = group.owner <= other.owner ? [group, other] : [other, group];
      first.absorb(second);
    }
  }

  return {
    lastRateLimit: (text) => (limits.isEmpty ? null : (tokens.get(hashToken(text))?.last ?? null)),
    middleware: (send) => async (request) => {
      const token = tokenOf(request.token);
      const { endpoint, signal, operation } = request;
      const owner = operation ?? request;
      const ticket = await token.group.admission({ member: token, endpoint, owner, signal });
      try {
        const answer = await send(request);
        end(token, ticket, { ...OK, rateLimit: answer.rateLimit });
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
    rateLimit: failure?.rateLimit,
    wasSent: failure?.wasSent ?? true,
    hasAnswer: failure?.status !== undefined,
    isOk: false,
    isRefused: failure?.kind === 'rateLimited' && failure.wasSent,
    retryAfterMs: failure?.retryAfterMs,
  };
}
