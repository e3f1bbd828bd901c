// Builds dist/ where a source has changed since it was built; says so first, as it takes some seconds.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const SOURCES = ['src', 'embedded-sentry', 'schema', 'pages', 'scripts', 'tsconfig.json'];
/** Written last: what is newer was changed since. */
const BUILT = join(ROOT, 'dist/.built');

const STEPS = [
  ['the gateway and its demo server', 'node_modules/typescript/bin/tsc', '-b'],
  ['the schema', 'dist/graphql/prepare-schema.js'],
  ['the web pages', 'pages/build.mjs'],
];

const builtMs = newestMs(BUILT);
if ([...SOURCES, 'package-lock.json'].some((path) => newestMs(join(ROOT, path)) > builtMs)) {
  for (const [what, ...command] of STEPS) {
    process.stdout.write(`Building ${what}\n`);
    const { status } = spawnSync(process.execPath, command, { cwd: ROOT, stdio: 'inherit' });
    if (status !== 0) {
      process.exit(status ?? 1);
    }
  }
  writeFileSync(BUILT, '');
}

/** When the file, or the newest file or folder of the folder, was changed; 0 if there is none. */
function newestMs(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) {
    return stat?.mtimeMs ?? 0;
  }
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newestMs(join(path, name))));
}
