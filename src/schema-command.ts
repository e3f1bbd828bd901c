import { parseArgs } from 'node:util';
import { print } from 'graphql';
import type { CliOutput } from './cli.ts';
import { FEDERATION_SETTINGS, toPrefix } from './config/federation.ts';
import { ConfigError, type Environment, readSettings } from './config/setting.ts';
import { readTypeDefs } from './graphql/schema.ts';

const USAGE = `Usage: sentry-graphql schema [--type-prefix NAME] [--field-prefix NAME]

Prints the SDL of the subgraph, to compose it with others. It is the SDL of a gateway
with the same settings: NODE_QUERY, TYPE_PREFIX and ROOT_FIELD_PREFIX are read from the
environment. --type-prefix and --field-prefix replace the last two.`;

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  'type-prefix': { type: 'string' },
  'field-prefix': { type: 'string' },
} as const;

/** The command `sentry-graphql schema`. */
export function schemaCommand(words: readonly string[], env: Environment): CliOutput {
  try {
    const { values } = parseArgs({ args: [...words], options: OPTIONS });
    if (values.help) {
      return { text: USAGE, exitCode: 0 };
    }
    const { hasNodeQuery, typePrefix, rootFieldPrefix } = readSettings(FEDERATION_SETTINGS, env);
    const typeDefs = readTypeDefs({
      hasNodeQuery,
      typePrefix: toPrefix('--type-prefix', values['type-prefix'] ?? typePrefix),
      rootFieldPrefix: toPrefix('--field-prefix', values['field-prefix'] ?? rootFieldPrefix),
    });
    return { text: print(typeDefs), exitCode: 0 };
  } catch (error) {
    return { text: error instanceof ConfigError ? error.message : USAGE, exitCode: 2 };
  }
}
