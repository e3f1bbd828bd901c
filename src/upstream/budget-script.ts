import { FIRST_BURST, type WindowUse } from './rate-window.ts';

/** How long a lease lasts without news of its holder: what a replica held that died is free after it. */
export const LEASE_MS = 10_000;

/** The answers of one window of the server, in the report of one replica. */
export interface Answers {
  readonly reset: number;
  readonly resetInMs: number;
  readonly limit: number;
  readonly remaining: number;
  readonly concurrentLimit: number | null;
  /** Accepted requests. */
  readonly passed: number;
}

export interface Report {
  /** Names the process and its window. */
  readonly holder: string;
  /** Requests in flight, and permits that are kept for waiting requests. */
  readonly held: number;
  /** Further permits for waiting requests. */
  readonly wanted: number;
  /** The holder takes one of so many equal shares at most; 1 for no limit. */
  readonly shares: number;
  /** Time left of a pause after a 429. */
  readonly blockMs: number;
  /** Requests without rate limit headers in the response, or without a response. */
  readonly uncounted: number;
  readonly answers: readonly Answers[];
}

export interface Grant {
  readonly granted: number;
  /** When to ask again for what was not granted. */
  readonly waitMs: number;
  /** The previous window, as all replicas saw it; null while answers to it can still arrive. */
  readonly last: WindowUse | null;
}

export function argumentsOf(report: Report): (string | number)[] {
  const { holder, held, wanted, shares, blockMs, uncounted, answers } = report;
  return [
    ...[holder, held, wanted, shares, Math.ceil(blockMs), uncounted],
    ...answers.flatMap(({ reset, resetInMs, limit, remaining, concurrentLimit, passed }) => [
      ...[reset, Math.ceil(resetInMs), limit, remaining, concurrentLimit ?? 0, passed],
    ]),
  ];
}

export function readGrant(reply: unknown): Grant | null {
  if (!Array.isArray(reply)) {
    return null;
  }
  const [granted = 0, waitMs = 0, reset, passed = 0, used = 0] = reply.map(Number);
  return { granted, waitMs, last: reset === undefined ? null : { reset, passed, used } };
}

/**
 * One budget: the window of the server, as `RateWindow` knows it for one process, and who holds how many permits.
 *
 * A holder reports all that it holds, not the change: a report that is lost or repeated does no harm. A permit
 * counts in the current window and in the next one, as a request in flight does, so it can be used at any time.
 * A grant leaves to each other waiting holder as many permits as it gives to this one.
 */
export const BUDGET_SCRIPT = {
  name: 'budget',
  source: `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local holder, held, want = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
local shares, block, uncounted = tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6])
local stored = redis.call('GET', KEYS[1])
local b = stored and cmsgpack.unpack(stored)
  or { limit = 0, conc = 0, reset = 0, resetAt = 0, remaining = 0, assumed = true,
       passed = 0, used = 0, keptAt = 0, blocked = 0, turn = 0, leases = {} }

local function keepUse()
  if b.used > 0 then
    b.last = { b.reset, b.passed, b.used }
    b.keptAt = now
  end
  b.passed, b.used = 0, 0
end

if b.limit > 0 and now >= b.resetAt then
  keepUse()
  b.remaining, b.resetAt, b.assumed = b.limit, now + 1000, true
end
b.remaining = math.max(0, b.remaining - uncounted)
for i = 7, #ARGV, 6 do
  local reset, resetIn, limit = tonumber(ARGV[i]), tonumber(ARGV[i + 1]), tonumber(ARGV[i + 2])
  local remaining, passed = tonumber(ARGV[i + 3]), tonumber(ARGV[i + 5])
  if b.limit == 0 or reset > b.reset then
    local isBegun = b.limit > 0 and b.assumed
    b.remaining = isBegun and math.min(b.remaining, remaining) or remaining
    keepUse()
    b.reset, b.resetAt, b.assumed = reset, now + resetIn, false
  end
  if reset == b.reset and not b.assumed then
    b.remaining = math.min(b.remaining, remaining)
    b.used = math.max(b.used, limit - remaining)
    b.passed = b.passed + passed
  elseif b.last and reset == b.last[1] then
    b.last[2] = b.last[2] + passed
    b.last[3] = math.max(b.last[3], limit - remaining)
  end
  b.limit, b.conc = limit, tonumber(ARGV[i + 4])
end
b.blocked = math.max(b.blocked, now + block)

local others, waiting = 0, {}
local mine = b.leases[holder]
for name, lease in pairs(b.leases) do
  if name == holder or lease.till <= now then
    b.leases[name] = nil
  else
    others = others + lease.held
    if lease.want > 0 then
      waiting[#waiting + 1] = lease
    end
  end
end

local cap = ${FIRST_BURST}
if b.limit > 0 then
  local foreign = b.last and math.max(1, b.last[3] / math.max(1, b.last[2])) or 1
  cap = math.min(b.limit, math.ceil(b.remaining / foreign))
  if b.conc > 0 then
    cap = math.min(cap, b.conc)
  end
end
local free = math.min(cap - others, shares > 1 and math.max(1, math.floor(cap / shares)) or cap) - held
if b.blocked > now then
  free = 0
end
local turn = mine and mine.turn or b.turn + 1
local granted = 0
while granted < want and granted < free do
  local reserved = 0
  for _, lease in ipairs(waiting) do
    local isBehind = lease.turn > turn
    local more = held + granted + 1 - lease.held - (isBehind and 1 or 0)
    reserved = reserved + math.max(0, math.min(lease.want, more))
  end
  if granted + 1 > cap - others - held - reserved then
    break
  end
  granted = granted + 1
end
if granted > 0 or not mine then
  b.turn = b.turn + 1
  turn = b.turn
end
held, want = held + granted, want - granted
if held + want > 0 then
  b.leases[holder] = { held = held, want = want, turn = turn, till = now + ${LEASE_MS} }
end
redis.call('SET', KEYS[1], cmsgpack.pack(b), 'PX', ${10 * 60_000})

local wait = 0
if b.blocked > now then
  wait = b.blocked - now
elseif want > 0 and b.limit > 0 and b.remaining <= others + held and others + held < b.limit then
  wait = b.resetAt - now
elseif want > 0 then
  wait = math.min(1000, math.max(20, 5 * (#waiting + 1)))
end
local reply = { granted, wait }
if b.last and now - b.keptAt >= 400 then
  for i, number in ipairs(b.last) do
    reply[i + 2] = tostring(number)
  end
end
return reply
`,
};
