import { readText } from './network.ts';
import { parseSafelist, type Safelist } from './safelist.ts';
import {
  ConfigError,
  type Environment,
  flag,
  oneOf,
  readEnv,
  readSettings,
  type Setting,
  type Values,
} from './setting.ts';

const safelistFile: Setting<Safelist | null> = {
  name: 'SAFELIST_FILE',
  description:
    'Operations that callers may send by ID alone: a persisted query manifest of Apollo, or an object of documents by ID as Relay writes it',
  fallback: '',
  expected: 'the path of a JSON file of operations by ID',
  read(env) {
    const path = readEnv(env, this.name);
    if (path === null) {
      return null;
    }
    const safelist = parseSafelist(readText(path, this));
    if (safelist === null) {
      throw new ConfigError(
        `${this.name} is ${JSON.stringify(path)}, a file with other content; expected ${this.expected}.`,
      );
    }
    return safelist;
  },
};

export const OPERATION_SETTINGS = {
  hasIntrospection: flag(
    'INTROSPECTION',
    true,
    'Allow introspection, and suggest similar names in validation errors',
    { inProduction: false },
  ),
  safelist: safelistFile,
  safelistUse: oneOf(
    'SAFELIST',
    { choices: ['also', 'only'], fallback: 'also' },
    'Whether operations that are not in `SAFELIST_FILE` are accepted: `also` accepts them, `only` refuses them',
  ),
};

export type OperationsConfig = Values<typeof OPERATION_SETTINGS>;

/** @throws ConfigError */
export function readOperations(env: Environment): OperationsConfig {
  const operations = readSettings(OPERATION_SETTINGS, env);
  if (operations.safelistUse === 'only' && operations.safelist === null) {
    throw new ConfigError('SAFELIST is "only" but SAFELIST_FILE is not set.');
  }
  return operations;
}
