// Builds each page whose sources or dependencies have changed into dist/pages/. A page is a folder with a
// `vite.config.ts`; `src/http/pages/built-page.ts` serves it.
import { readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

await buildPage('explorer', 'pages/explorer');
await buildPage('triage', 'pages/triage', 'schema');

/** @param otherSources sources outside the page's folder */
async function buildPage(name, source, ...otherSources) {
  const folder = join(ROOT, source);
  const built = join(ROOT, 'dist/pages', name);
  const sources = [source, 'package-lock.json', 'pages/build.mjs', ...otherSources];
  const changedMs = Math.max(...sources.map((path) => newestMs(join(ROOT, path))));
  if (newestMs(join(built, 'index.html')) > changedMs) {
    return;
  }
  const { build } = await import('vite');
  // Built aside and then renamed, so that a concurrent reader never sees half a page.
  const outDir = `${built}.${process.pid}`;
  await build({
    root: folder,
    configFile: join(folder, 'vite.config.ts'),
    logLevel: 'error',
    // The bundled packages' licences must be distributed with them.
    build: { outDir, emptyOutDir: true, license: { fileName: 'licenses.md' } },
  });
  rmSync(built, { recursive: true, force: true });
  renameSync(outDir, built);
}

/** Modification time of the file, or of the newest file in the folder; 0 if there is none. */
function newestMs(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) {
    return stat?.mtimeMs ?? 0;
  }
  return Math.max(0, ...readdirSync(path).map((name) => newestMs(join(path, name))));
}
