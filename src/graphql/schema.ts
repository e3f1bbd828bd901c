import { readdirSync, readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type DocumentNode, type GraphQLSchema, Kind, parse, visit } from 'graphql';
import { hasPrefix, type Prefixes } from '../prefixes.ts';
import { withDefaultCosts } from './default-costs.ts';
import { prefixTypeDefs } from './prefixed-names.ts';
import { attachResolvers, resolversOf } from './resolver-map.ts';

const SCHEMA_FOLDER = new URL('../../schema/', import.meta.url);

export interface SchemaOptions extends Prefixes {
  /** `Query` has `node` and `nodes`; only one subgraph of a supergraph can have them. @default true */
  readonly hasNodeQuery?: boolean;
}

/** The files of `schema/`, which is beside both `src/` and `dist/`, as one document. */
export function readTypeDefs({
  hasNodeQuery = true,
  ...prefixes
}: SchemaOptions = {}): DocumentNode {
  const texts = readdirSync(SCHEMA_FOLDER)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => readFileSync(new URL(name, SCHEMA_FOLDER), 'utf8'));
  const whole = withDefaultCosts(parse(texts.join('\n')));
  const typeDefs = hasNodeQuery ? whole : withoutNodeQuery(whole);
  return hasPrefix(prefixes) ? prefixTypeDefs(typeDefs, prefixes) : typeDefs;
}

function withoutNodeQuery(typeDefs: DocumentNode): DocumentNode {
  return visit(typeDefs, {
    [Kind.OBJECT_TYPE_DEFINITION]: (type) => (type.name.value === 'Query' ? undefined : false),
    [Kind.FIELD_DEFINITION]: ({ name }) => (NODE_QUERY.includes(name.value) ? null : undefined),
  });
}

const NODE_QUERY = ['node', 'nodes'];

export function createSchema(options: SchemaOptions = {}): GraphQLSchema {
  return attachResolvers(buildSubgraphSchema(readTypeDefs(options)), resolversOf(options));
}

export function readResolvers(options: SchemaOptions = {}): GraphQLResolverMap {
  return resolversOf(options) as unknown as GraphQLResolverMap;
}

export type GraphQLResolverMap = NonNullable<
  Extract<Parameters<typeof buildSubgraphSchema>[0], { typeDefs: DocumentNode }>['resolvers']
>;
