import { expect } from 'vitest';
import { RUNS } from './runs.ts';

// Loaded where it is used alone: it takes a while.
if (expect.getState().testPath?.includes('.property.')) {
  const { default: fc } = await import('fast-check');
  fc.configureGlobal({ numRuns: RUNS.fuzz });
}
