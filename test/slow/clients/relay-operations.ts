import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clientSchema } from '../../../pages/triage/client-schema.mjs';

export interface RelayOperations extends Disposable {
  /** The compiler's output for an operation or a fragment. */
  artifact<T>(name: string): T;
}

/** The compiler's program for this machine; the package has no types. */
const RELAY_COMPILER: string = createRequire(import.meta.url)('relay-compiler');

/**
 * Compiles operations of one module with relay-compiler against the gateway's schema. Their names must begin
 * with the module's name.
 *
 * @throws an error with the compiler's output if it does not accept the schema or an operation
 */
export function compileRelay(
  operations: readonly string[],
  { module = 'client' } = {},
): RelayOperations {
  const folder = mkdtempSync(join(tmpdir(), 'relay-'));
  mkdirSync(join(folder, 'artifacts'));
  mkdirSync(join(folder, 'src'));
  writeFileSync(
    join(folder, 'schema.graphql'),
    clientSchema(new URL('../../../schema/', import.meta.url)),
  );
  writeFileSync(
    join(folder, `src/${module}.js`),
    operations.map((text) => `graphql\`${text}\`;`).join('\n'),
  );
  writeFileSync(
    join(folder, 'relay.config.json'),
    JSON.stringify({
      src: './src',
      schema: './schema.graphql',
      language: 'javascript',
      // CommonJS, because its imports need no file extensions.
      eagerEsModules: false,
      artifactDirectory: './artifacts',
    }),
  );
  execFileSync(RELAY_COMPILER, ['relay.config.json'], { cwd: folder, stdio: 'pipe' });
  const require = createRequire(join(folder, 'artifacts/'));
  return {
    artifact: (name) => require(`./${name}.graphql.js`),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}
