// Runs relay-compiler, which writes an artifact for each operation of the page to src/__generated__/.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import relayCompiler from 'relay-compiler';
import { clientSchema } from './client-schema.mjs';

const here = new URL('./', import.meta.url);

/** @throws if an operation does not match the schema; the compiler prints the reason */
export function compileOperations() {
  mkdirSync(new URL('src/__generated__/', here), { recursive: true });
  writeIfChanged(new URL('schema.graphql', here), clientSchema(new URL('../../schema/', here)));
  execFileSync(relayCompiler, ['relay.config.json'], {
    cwd: fileURLToPath(here),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** An unchanged modification time avoids a needless build of the page. */
function writeIfChanged(file, text) {
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    writeFileSync(file, text);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  compileOperations();
}
