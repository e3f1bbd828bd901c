import { defineConfig } from 'vitest/config';
import { describeRealSentry } from './test/real/global-setup.ts';
import base from './vitest.config.ts';

/** `npm run test:real`: tests against a real Sentry, one file after another, as they share its data. */
export default defineConfig(() => {
  const { missing } = describeRealSentry();
  if (missing !== '') {
    const sentence = `The tests against a real Sentry cannot run here: ${missing}`;
    if (process.env['CI'] === 'true') {
      throw new Error(sentence);
    }
    process.stdout.write(`${sentence} They are skipped.\n`);
  }
  return {
    ...(base.resolve ? { resolve: base.resolve } : {}),
    test: {
      include: missing === '' ? ['test/real/**/*.test.ts'] : [],
      passWithNoTests: missing !== '',
      globalSetup: ['test/real/global-setup.ts'],
      fileParallelism: false,
      testTimeout: 120_000,
      hookTimeout: 60_000,
    },
  };
});
