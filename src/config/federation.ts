import {
  ConfigError,
  type Environment,
  flag,
  readEnv,
  type Setting,
  wholeNumber,
} from './setting.ts';

const EXPECTED_PREFIX = 'a GraphQL name of at most 40 characters that begins with a letter';

/** @throws ConfigError if names cannot begin with the text. */
export function toPrefix(place: string, text: string): string {
  if (text !== '' && !/^[A-Za-z][A-Za-z0-9_]{0,39}$/.test(text)) {
    throw new ConfigError(`${place} is ${JSON.stringify(text)}; expected ${EXPECTED_PREFIX}.`);
  }
  return text;
}

function prefix(name: string, description: string): Setting<string> {
  return {
    name,
    description,
    fallback: '',
    expected: EXPECTED_PREFIX,
    read: (env: Environment) => toPrefix(name, readEnv(env, name) ?? ''),
  };
}

export const FEDERATION_SETTINGS = {
  hasNodeQuery: flag(
    'NODE_QUERY',
    true,
    'Serve `Query.node` and `Query.nodes`; use `false` if the supergraph has its own',
  ),
  typePrefix: prefix(
    'TYPE_PREFIX',
    'Begin the name of each type with this, such as `Sentry`, except for scalars and `PageInfo`, for a supergraph that has types of the same names; `TRIAGE` is off then',
  ),
  rootFieldPrefix: prefix(
    'ROOT_FIELD_PREFIX',
    'Begin the name of each field of `Query` and `Mutation` with this: `sentry` makes `sentryIssue` of `issue`; `TRIAGE` is off then',
  ),
  maxRepresentations: wholeNumber(
    'MAX_REPRESENTATIONS',
    { fallback: 1_000, min: 1, max: 10_000 },
    'Maximum number of different representations in all `_entities` fields of an operation together; those beyond it fail',
  ),
  hasCacheControl: flag(
    'CACHE_CONTROL',
    true,
    'Send `Cache-Control` with the response to a POST, by the `@cacheControl` of the selected fields',
  ),
  mayTrace: flag(
    'FEDERATED_TRACING',
    false,
    'Send a trace of each field to a router that requests one; this slows down every operation',
  ),
};
