/**
 * How many further tries all requests to one upstream have left together, so that retries never
 * multiply the load on a server that is failing already.
 */
export interface RetryBudget {
  readonly tokens: number;
  readonly atMs: number;
}

export interface RetryBudgetPolicy {
  /** What each request earns: 0.2 lets retries be a fifth of the requests. */
  readonly perRequest: number;
  /** What time earns, so that a quiet gateway can retry too. */
  readonly perSecond: number;
  /** What it starts with and most it holds. */
  readonly max: number;
}

export function newBudget({ max }: RetryBudgetPolicy, nowMs: number): RetryBudget {
  return { tokens: max, atMs: nowMs };
}

export function earn(budget: RetryBudget, policy: RetryBudgetPolicy, nowMs: number): RetryBudget {
  return add(budget, policy, nowMs, policy.perRequest);
}

/** The budget with one try taken out, or null if it has none. */
export function spend(
  budget: RetryBudget,
  policy: RetryBudgetPolicy,
  nowMs: number,
): RetryBudget | null {
  const { tokens, atMs } = add(budget, policy, nowMs, 0);
  return tokens >= 1 ? { tokens: tokens - 1, atMs } : null;
}

function add(
  { tokens, atMs }: RetryBudget,
  { perSecond, max }: RetryBudgetPolicy,
  nowMs: number,
  amount: number,
): RetryBudget {
  // A clock that is set back earns nothing.
  const seconds = Math.max(0, nowMs - atMs) / 1000;
  return { tokens: Math.min(max, tokens + amount + seconds * perSecond), atMs: nowMs };
}
