import {
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isObjectType,
  isScalarType,
} from 'graphql';
import { hasPrefix } from '../prefixes.ts';
import { entities } from '../resolvers/entities.ts';
import { resolvers } from '../resolvers/index.ts';
import { Node } from '../resolvers/node.ts';
import { prefixResolvers } from './prefixed-names.ts';
import type { SchemaOptions } from './schema.ts';

export type ResolversOfType = Readonly<Record<string, unknown>>;
export type ResolversByType = Readonly<Record<string, ResolversOfType>>;

/** Resolvers for the types of `readTypeDefs`. */
export function resolversOf({
  hasNodeQuery = true,
  ...prefixes
}: SchemaOptions = {}): ResolversByType {
  const { node, nodes, ...query } = resolvers.Query ?? {};
  const map = {
    ...(resolvers as ResolversByType),
    Query: { ...query, ...(hasNodeQuery ? { node, nodes } : {}), _entities: entities },
    _Entity: { __resolveType: Node.__resolveType },
  };
  return hasPrefix(prefixes) ? prefixResolvers(map, prefixes) : map;
}

/** Adds resolvers to a schema that was built from SDL, in place. */
export function attachResolvers(schema: GraphQLSchema, map: ResolversByType): GraphQLSchema {
  for (const [name, ofType] of Object.entries(map)) {
    const type = schema.getType(name);
    if (isObjectType(type)) {
      attachToFields(type, ofType);
    } else if (isAbstractType(type)) {
      Object.assign(type, { resolveType: ofType['__resolveType'] });
    } else if (isScalarType(type)) {
      const { serialize, parseValue, parseLiteral } = ofType;
      Object.assign(type, { serialize, parseValue, parseLiteral });
    }
  }
  return schema;
}

function attachToFields(type: GraphQLObjectType, resolvers: ResolversOfType): void {
  const fields = type.getFields();
  for (const [name, resolve] of Object.entries(resolvers)) {
    const field = fields[name];
    if (field) {
      Object.assign(field, typeof resolve === 'function' ? { resolve } : resolve);
    }
  }
}
