import { defineConfig, mergeConfig } from 'vitest/config';
import base from './vitest.config.ts';

/** Chaos, fuzz, soak, memory, browsers, clients, supergraphs and the package. */
export default mergeConfig(
  { ...base, test: { ...base.test, include: [] } },
  defineConfig({ test: { include: ['test/slow/**/*.test.ts'] } }),
);
