import { readText } from './network.ts';
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

/** Documents by the ID that a caller sends instead. */
export type Safelist = ReadonlyMap<string, string>;

/**
 * Reads Apollo's persisted query manifest (`operations: [{ id, body }]`), or an object of documents by
 * ID. Null if the text is neither.
 */
function parseSafelist(text: string): Safelist | null {
  const entries = entriesOf(parseJson(text));
  return entries?.every(isPair) ? new Map(entries) : null;
}

function entriesOf(json: unknown): readonly (readonly unknown[])[] | null {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return null;
  }
  if (!('format' in json)) {
    return Object.entries(json);
  }
  return json.format === 'apollo-persisted-query-manifest' && 'operations' in json
    ? toPairs(json.operations)
    : null;
}

function toPairs(operations: unknown): readonly (readonly unknown[])[] | null {
  return Array.isArray(operations) ? operations.map((one) => [one?.id, one?.body]) : null;
}

function isPair(pair: readonly unknown[]): pair is readonly [string, string] {
  return pair.every((part) => typeof part === 'string' && part !== '');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
