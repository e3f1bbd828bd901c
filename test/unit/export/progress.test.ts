import { expect, test, vi } from 'vitest';
import { type Count, describeCount, startProgress } from '../../../src/export/progress.ts';

const COUNT: Count = {
  rows: 12_300,
  issues: 45,
  total: 180,
  failed: 0,
  usage: { requests: 160, waitedMs: 0 },
};

test('progress has rows, issues, requests, their rate, waits, failures and the time that is left', () => {
  expect(describeCount(COUNT, 39.84, 60_000)).toBe(
    '12,300 rows; 45 of 180 issues; 160 requests, 39.8 a second; about 3 min 0 s left',
  );
  const usage = { requests: 1, waitedMs: 75_000 };
  expect(describeCount({ rows: 1, issues: 1, total: null, failed: 1, usage }, 0, 3_600_000)).toBe(
    '1 row; 1 issue; 1 request, 0.0 a second; waited 1 min 15 s for the rate limit; 1 failure',
  );
  expect(describeCount({ ...COUNT, issues: 1, total: 10_000 }, 1, 1_000)).toContain(
    'about 2 h 46 min left',
  );
});

/** What is written within some seconds, in which each second has ten more requests. */
function writeFor(seconds: number, columns: number | null): string {
  vi.useFakeTimers();
  try {
    let written = '';
    const beganMs = performance.now();
    const progress = startProgress({
      columns,
      count: () => ({
        ...COUNT,
        usage: { requests: (performance.now() - beganMs) / 100, waitedMs: 0 },
      }),
      write: (text) => {
        written += text;
      },
    });
    vi.advanceTimersByTime(seconds * 1_000);
    progress.end();
    return written;
  } finally {
    vi.useRealTimers();
  }
}

test('elsewhere than on a terminal, a line is written every ten seconds', () => {
  const lines = writeFor(25, null).split('\n');
  expect(lines).toHaveLength(3);
  expect(lines[0]).toMatch(/^12,300 rows; .*; 100 requests, 10\.0 a second; /);
  expect(lines[1]).toMatch(/; 200 requests, 10\.0 a second; /);
});

test('on a terminal one line is replaced, which never wraps, and removed at the end', () => {
  const written = writeFor(2, 30);
  expect(written).not.toContain('\n');
  const shown = written.split('\r').slice(1);
  expect(shown.at(-1)).toBe('\u001b[K');
  for (const line of shown) {
    expect(line.replace('\u001b[K', '').length).toBeLessThan(30);
  }
});
