import { readText } from './network.ts';
import { parseSafelist, type Safelist } from './safelist.ts';
import {
  ConfigError,
  type Environment,
  flag,
  oneOf,
  readSettings,
  type Setting,
  textOf,
  type Values,
} from './setting.ts';

const safelistFile: Setting<Safelist | null> = {
  name: 'SAFELIST_FILE',
  meaning:
    'Operations that callers may send by ID alone: a persisted query manifest of Apollo, or an object of documents by ID as Relay writes it',
  fallback: '',
  takes: 'the path of a JSON file of operations by ID',
  read(env) {
    const path = textOf(env, this.name);
    if (path === null) {
      return null;
    }
    const safelist = parseSafelist(readText(path, this));
    if (safelist === null) {
      throw new ConfigError(
        `${this.name} is ${JSON.stringify(path)}, which holds something else: it takes ${this.takes}.`,
      );
    }
    return safelist;
  },
};

/** Which operations are taken. */
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
    throw new ConfigError('SAFELIST is "only", and there is no list: it takes SAFELIST_FILE too.');
  }
  return operations;
}
