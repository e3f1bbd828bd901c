import { afterAll, vi } from 'vitest';

/** A worker runs one file after another: without this, a file that fakes timers stops those of the next ones. */
afterAll(() => {
  vi.useRealTimers();
});
