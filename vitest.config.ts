import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    alias: [
      // Vite would take graphql's `module` build where Node and Apollo Server take `main`: two realms.
      { find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') },
      {
        find: '#embedded-sentry',
        replacement: fileURLToPath(new URL('embedded-sentry/server.ts', import.meta.url)),
      },
    ],
  },
  test: {
    setupFiles: ['test/harness/fuzz.ts', 'test/harness/real-timers.ts'],
    include: ['test/{unit,demo,contract,gateway}/**/*.test.ts'],
    // The tests share no state of modules, so a worker loads each module once for all its files.
    isolate: false,
    // Vitest leaves one core free by default: on two cores, half of them.
    maxWorkers: '100%',
    testTimeout: 60_000,
    // A condition that is polled comes true at once, but later on a busy machine.
    expect: { poll: { timeout: 20_000 } },
    hookTimeout: 60_000,
  },
});
