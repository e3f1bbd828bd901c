import { defineConfig, mergeConfig } from 'vitest/config';
import base from './vitest.config.ts';

/** Chaos, fuzz, soak, memory, browsers, clients, supergraphs and the package. */
export default mergeConfig(
  { ...base, test: { ...base.test, include: [] } },
  // One file after another: several measure time or memory.
  defineConfig({
    test: { include: ['test/slow/**/*.test.ts'], fileParallelism: false, isolate: true },
  }),
);
