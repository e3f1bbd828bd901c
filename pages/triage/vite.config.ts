import { defineConfig } from 'vite';
import { relayArtifacts } from './relay-artifacts.ts';

export default defineConfig({
  base: '/triage/',
  plugins: [relayArtifacts()],
  // `npx vite` in this folder serves the page as it is edited, over a gateway that runs beside it.
  server: { proxy: { '/graphql': 'http://127.0.0.1:4000' } },
});
