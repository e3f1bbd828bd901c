import { defineConfig } from 'vite';

export default defineConfig({
  base: '/graphiql/',
  build: {
    // The editor is most of it, and is wanted whole.
    chunkSizeWarningLimit: 5_000,
    // A page without server rendering has no use for `'use client'`.
    rolldownOptions: {
      onLog: (level, log, print) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && print(level, log),
    },
  },
});
