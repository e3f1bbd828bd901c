// Builds dist/ if a source has changed since the last build; prints a message first, because it takes seconds.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const SOURCES = ['src', 'embedded-sentry', 'schema', 'pages', 'scripts', 'tsconfig.json'];
/** Written last by a build: newer sources have changed since then. */
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

/** Modification time of the file, or of the newest file or folder in the folder; 0 if there is none. */
function newestMs(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) {
    return stat?.mtimeMs ?? 0;
  }
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newestMs(join(path, name))));
}
