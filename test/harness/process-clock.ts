const TICK_MS = 50;

/**
 * Milliseconds that this process had: a tick that comes late, because the machine is busy, counts as one. So a limit
 * on this time holds on any machine, and something that hangs exceeds it.
 */
export function startProcessClock(): Disposable & { now(): number } {
  let ticks = 0;
  const timer = setInterval(() => {
    ticks += 1;
  }, TICK_MS);
  return {
    now: () => ticks * TICK_MS,
    [Symbol.dispose]: () => clearInterval(timer),
  };
}
