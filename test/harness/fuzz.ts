import { expect } from 'vitest';
import { RUNS } from './runs.ts';

// Loaded only for property tests, because loading takes some time.
if (expect.getState().testPath?.includes('.property.')) {
  const { default: fc } = await import('fast-check');
  fc.configureGlobal({ numRuns: RUNS.fuzz });
}
