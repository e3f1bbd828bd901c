import { readdirSync, readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type DocumentNode, type GraphQLSchema, parse } from 'graphql';
import { resolvers } from '../resolvers/index.ts';

const SCHEMA_FOLDER = new URL('../../schema/', import.meta.url);

/** The SDL: the files of `schema/`, which stands beside both `src/` and `dist/`, as one document. */
export function readTypeDefs(): DocumentNode {
  const texts = readdirSync(SCHEMA_FOLDER)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => readFileSync(new URL(name, SCHEMA_FOLDER), 'utf8'));
  return parse(texts.join('\n'));
}

/** The executable schema, a subgraph of Federation 2. */
export function createSchema(): GraphQLSchema {
  return buildSubgraphSchema([
    { typeDefs: readTypeDefs(), resolvers: resolvers as GraphQLResolverMap },
  ]);
}

type GraphQLResolverMap = NonNullable<
  Extract<Parameters<typeof buildSubgraphSchema>[0], { typeDefs: DocumentNode }>['resolvers']
>;
