import { defineConfig } from 'vite';

export default defineConfig({
  base: '/graphiql/',
  build: {
    // Most of it is the editor, which is needed at once.
    chunkSizeWarningLimit: 5_000,
    // `'use client'` has no effect without server rendering.
    rolldownOptions: {
      onLog: (level, log, print) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && print(level, log),
    },
  },
});
