import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clientSchema } from '../../../pages/triage/client-schema.mjs';

export interface RelayOperations extends Disposable {
  /** What the compiler made of an operation or a fragment. */
  artifact<T>(name: string): T;
}

/** The compiler's program for this machine; the package has no types. */
const RELAY_COMPILER: string = createRequire(import.meta.url)('relay-compiler');

/**
 * Has relay-compiler compile operations against the gateway's schema, as those of a module: their
 * names have to start with its name.
 *
 * @throws where it does not accept the schema or an operation, with what it said
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
      // CommonJS, whose imports need no endings.
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
