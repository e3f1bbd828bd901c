import {
  type FieldNode,
  type GraphQLField,
  type GraphQLFieldConfigMap,
  type GraphQLFieldResolver,
  GraphQLInterfaceType,
  GraphQLList,
  type GraphQLNamedType,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLUnionType,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import type { Context } from '../../context.ts';
import { compileProjection, type Project } from './projection.ts';

type Resolve = GraphQLFieldResolver<unknown, Context>;

/** The type of a projected field. */
const Projected = new GraphQLScalarType({ name: 'Projected', serialize: (value) => value });

/**
 * A schema for graphql-js in which fields of projected types are leaves: the resolver of such a field returns the whole
 * selection below it.
 */
export function createProjectedSchema(
  schema: GraphQLSchema,
  projected: ReadonlySet<string>,
): GraphQLSchema {
  const copies = new Map<string, GraphQLNamedType>();
  const copyOf = <T extends GraphQLNamedType>(type: T): T => {
    let copy = copies.get(type.name);
    if (!copy) {
      copy = makeCopy(type);
      copies.set(type.name, copy);
    }
    return copy as T;
  };
  const outputOf = (type: GraphQLOutputType): GraphQLOutputType => {
    if (isNonNullType(type)) {
      return new GraphQLNonNull(outputOf(type.ofType) as never);
    }
    if (projected.has(getNamedType(type).name)) {
      return Projected;
    }
    return isListType(type)
      ? new GraphQLList(outputOf(type.ofType as GraphQLOutputType))
      : (copyOf(type as GraphQLNamedType) as GraphQLOutputType);
  };
  const resolverOf = (field: GraphQLField<unknown, Context>): Resolve | undefined => {
    const type = getNamedType(field.type);
    if (isLeafType(type)) {
      return field.resolve;
    }
    const resolve = projected.has(type.name) ? projectingResolver(field) : field.resolve;
    return resolve && withSchemaOf(schema, field, resolve);
  };
  const fieldsOf = (type: GraphQLObjectType | GraphQLInterfaceType) => {
    const { fields } = type.toConfig();
    return Object.fromEntries(
      Object.values(type.getFields()).map((field) => [
        field.name,
        { ...fields[field.name], type: outputOf(field.type), resolve: resolverOf(field) },
      ]),
    ) as GraphQLFieldConfigMap<unknown, Context>;
  };
  const membersOf = (type: GraphQLObjectType | GraphQLInterfaceType) => ({
    interfaces: () => type.getInterfaces().map(copyOf),
    fields: () => fieldsOf(type),
  });
  const makeCopy = (type: GraphQLNamedType): GraphQLNamedType => {
    if (isObjectType(type)) {
      return new GraphQLObjectType({ ...type.toConfig(), ...membersOf(type) });
    }
    if (isInterfaceType(type)) {
      return new GraphQLInterfaceType({ ...type.toConfig(), ...membersOf(type) });
    }
    return isUnionType(type)
      ? new GraphQLUnionType({ ...type.toConfig(), types: () => type.getTypes().map(copyOf) })
      : type;
  };
  const config = schema.toConfig();
  return new GraphQLSchema({
    ...config,
    assumeValid: true,
    query: config.query && copyOf(config.query),
    mutation: config.mutation && copyOf(config.mutation),
    types: config.types.filter(({ name }) => !name.startsWith('__')).map(copyOf),
  });
}

/** Resolves as `field` does, and projects the value. */
function projectingResolver({ name, resolve, type }: GraphQLField<unknown, Context>): Resolve {
  const projectionFor = createProjections(type);
  return (parent, args, context, info) => {
    const { responseSize } = context;
    const finish = (value: unknown) => {
      if (value === null || value === undefined || value instanceof Error) {
        return value;
      }
      const projected = projectionFor(info)(value, responseSize, info.variableValues);
      responseSize.measured.add(projected);
      return projected;
    };
    const value = resolve
      ? resolve(parent, args, context, info)
      : (parent as Record<string, unknown>)[name];
    return isPromise(value) ? value.then(finish) : finish(value);
  };
}

/**
 * The projections of a field, each compiled once. graphql-js creates a new list of field nodes for each operation, with the
 * nodes of the document.
 */
function createProjections(type: GraphQLOutputType): (info: GraphQLResolveInfo) => Project {
  type Compiled = { readonly nodes: readonly FieldNode[]; readonly project: Project };
  const byFirstNode = new WeakMap<FieldNode, Compiled[]>();
  return (info) => {
    const { fieldNodes } = info;
    const [first] = fieldNodes as readonly [FieldNode];
    const compiled = byFirstNode.get(first) ?? [];
    let found = compiled.find(
      ({ nodes }) =>
        nodes.length === fieldNodes.length && nodes.every((node, at) => node === fieldNodes[at]),
    );
    if (!found) {
      found = { nodes: fieldNodes, project: compileProjection(info, type) };
      byFirstNode.set(first, [...compiled, found]);
    }
    return found.project;
  };
}

/** Look-ahead needs the original schema, not the copy. */
function withSchemaOf(
  schema: GraphQLSchema,
  { type }: GraphQLField<unknown, Context>,
  resolve: Resolve,
): Resolve {
  return (parent, args, context, info) =>
    resolve(parent, args, context, { ...info, schema, returnType: type });
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof (value as Promise<unknown> | null)?.then === 'function';
}
