// Builds each page into dist/pages/ where the page or a dependency has changed since. A page is a
// folder with a `vite.config.ts`; `src/http/pages/built-page.ts` serves it.
import { readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

await buildPage('explorer', 'pages/explorer');
await buildPage('triage', 'pages/triage', 'schema');

/** @param otherSources what the page is made of besides its folder */
async function buildPage(name, source, ...otherSources) {
  const folder = join(ROOT, source);
  const built = join(ROOT, 'dist/pages', name);
  const sources = [source, 'package-lock.json', 'pages/build.mjs', ...otherSources];
  const changedMs = Math.max(...sources.map((path) => newestMs(join(ROOT, path))));
  if (newestMs(join(built, 'index.html')) > changedMs) {
    return;
  }
  const { build } = await import('vite');
  // Aside first: whoever serves or builds the page at the same time has a whole one.
  const outDir = `${built}.${process.pid}`;
  await build({
    root: folder,
    configFile: join(folder, 'vite.config.ts'),
    logLevel: 'error',
    // The licences of what is bundled ask to be told with it.
    build: { outDir, emptyOutDir: true, license: { fileName: 'licenses.md' } },
  });
  rmSync(built, { recursive: true, force: true });
  renameSync(outDir, built);
}

/** When the file, or the newest file of the folder, was changed; 0 if there is none. */
function newestMs(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) {
    return stat?.mtimeMs ?? 0;
  }
  return Math.max(0, ...readdirSync(path).map((name) => newestMs(join(path, name))));
}
