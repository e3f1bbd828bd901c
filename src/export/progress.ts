import type { Usage } from './session.ts';

/** How far an export is. */
export interface Count {
  readonly rows: number;
  /** Issues that are read as a whole, since this process began. */
  readonly issues: number;
  /** Issues of all organizations; null if Sentry has not said. */
  readonly total: number | null;
  readonly failed: number;
  readonly usage: Usage;
}

export interface Progress {
  /** Stops, and removes the line from a terminal. */
  end(): void;
}

interface ProgressOptions {
  readonly count: () => Count;
  readonly write: (text: string) => void;
  /** Width of the terminal, where one line is replaced; null for a line now and then. */
  readonly columns: number | null;
  readonly now?: () => number;
}

const TERMINAL_MS = 500;
const PLAIN_MS = 10_000;
/** The rate is that of the last seconds. */
const RATE_MS = 5_000;

export function startProgress({
  count,
  write,
  columns,
  now = () => performance.now(),
}: ProgressOptions): Progress {
  const startMs = now();
  const seen: { readonly atMs: number; readonly requests: number }[] = [];

  function show(): void {
    const atMs = now();
    const counted = count();
    seen.push({ atMs, requests: counted.usage.requests });
    while (seen[1] && seen[1].atMs <= atMs - RATE_MS) {
      seen.shift();
    }
    const since = seen[0] && seen[0].atMs < atMs ? seen[0] : { atMs: startMs, requests: 0 };
    const rate = (counted.usage.requests - since.requests) / ((atMs - since.atMs) / 1_000);
    const line = describeCount(counted, rate, atMs - startMs);
    // A line that wraps could not be replaced.
    write(columns === null ? `${line}\n` : `\r${line.slice(0, columns - 1)}\u001b[K`);
  }

  const timer = setInterval(show, columns === null ? PLAIN_MS : TERMINAL_MS);
  timer.unref();
  return {
    end() {
      clearInterval(timer);
      if (columns !== null && seen.length > 0) {
        write('\r\u001b[K');
      }
    },
  };
}

/** @param rate - Requests a second. */
export function describeCount(
  { rows, issues, total, failed, usage }: Count,
  rate: number,
  elapsedMs: number,
): string {
  const parts = [
    plural(rows, 'row'),
    total === null ? plural(issues, 'issue') : `${number(issues)} of ${plural(total, 'issue')}`,
    `${plural(usage.requests, 'request')}, ${rate.toFixed(1)} a second`,
    ...(usage.waitedMs >= 1_000
      ? [`waited ${describeDuration(usage.waitedMs)} for the rate limit`]
      : []),
    ...(failed > 0 ? [plural(failed, 'failure')] : []),
    ...(total !== null && issues > 0 && issues < total
      ? [`about ${describeDuration((elapsedMs / issues) * (total - issues))} left`]
      : []),
  ];
  return parts.join('; ');
}

/** A number with its noun. */
export function plural(value: number, noun: string): string {
  return `${number(value)} ${noun}${value === 1 ? '' : 's'}`;
}

export function number(value: number): string {
  return value.toLocaleString('en-US');
}

export function describeDuration(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  if (hours > 0) {
    return `${hours} h ${minutes} min`;
  }
  return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
}
