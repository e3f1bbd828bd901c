import {
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLFieldConfigMap,
  GraphQLInterfaceType,
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
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Context } from '../../context.ts';
import { toError } from '../../loaders/batch.ts';
import { canProject, compileProjection, type Project } from './projection.ts';

/**
 * The types that an operation uses for nothing but reading JSON, by name. What is not among them
 * is executed field by field.
 */
export function projectedTypesOf(
  schema: GraphQLSchema,
  document: DocumentNode,
): ReadonlySet<string> {
  const selected = selectedFields(schema, document);
  const projected = new Set(
    Object.values(schema.getTypeMap())
      .filter((type) => (isObjectType(type) || isInterfaceType(type)) && !type.name.startsWith('_'))
      .map(({ name }) => name),
  );
  let before = -1;
  while (before !== projected.size) {
    before = projected.size;
    for (const name of projected) {
      const type = schema.getType(name);
      const isProjectable =
        type &&
        canProject(
          type,
          ({ name }) => selected.get(name) ?? [],
          schema,
          ({ name }) => projected.has(name),
        );
      if (!isProjectable) {
        projected.delete(name);
      }
    }
  }
  return projected;
}

/** The fields that a document selects anywhere, by the object types it may select them of. */
function selectedFields(
  schema: GraphQLSchema,
  document: DocumentNode,
): ReadonlyMap<string, ReadonlySet<string>> {
  const selected = new Map<string, Set<string>>();
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field({ name: { value: field } }) {
        const parent = info.getParentType();
        if (!parent || field === '__typename') {
          return;
        }
        for (const type of isObjectType(parent) ? [parent] : schema.getPossibleTypes(parent)) {
          selected.set(type.name, (selected.get(type.name) ?? new Set()).add(field));
        }
      },
    }),
  );
  return selected;
}

/** Stands for a part of the answer that is made as a whole. */
const Projected = new GraphQLScalarType({ name: 'Projected', serialize: (value) => value });

/**
 * A schema for the compiler alone, in which a field of a projected type is a leaf: the compiler
 * looks no further than the field, and the field's resolver answers with the whole selection below.
 */
export function createProjectedSchema(
  schema: GraphQLSchema,
  projected: ReadonlySet<string>,
): GraphQLSchema {
  const made = new Map<string, GraphQLNamedType>();
  const typeOf = <T extends GraphQLNamedType>(type: T): T => {
    const name = type.name;
    let copy = made.get(name);
    if (!copy) {
      copy = copyOf(type);
      made.set(name, copy);
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
    if (isListType(type)) {
      const Wrapper = type.constructor as new (of: GraphQLOutputType) => GraphQLOutputType;
      return new Wrapper(outputOf(type.ofType));
    }
    return typeOf(type as GraphQLNamedType) as GraphQLOutputType;
  };
  const fieldsOf = (
    type: GraphQLObjectType | GraphQLInterfaceType,
  ): GraphQLFieldConfigMap<unknown, Context> =>
    Object.fromEntries(
      Object.entries(type.toConfig().fields).map(([name, config]) => {
        const field = type.getFields()[name];
        return [
          name,
          field && projected.has(getNamedType(field.type).name)
            ? { ...config, type: outputOf(config.type), resolve: projectingResolver(field) }
            : { ...config, type: outputOf(config.type), ...(field && settlingResolver(field)) },
        ];
      }),
    );
  function copyOf(type: GraphQLNamedType): GraphQLNamedType {
    if (isObjectType(type)) {
      return new GraphQLObjectType({
        ...type.toConfig(),
        interfaces: () => type.getInterfaces().map(typeOf),
        fields: () => fieldsOf(type),
      });
    }
    if (isInterfaceType(type)) {
      return new GraphQLInterfaceType({
        ...type.toConfig(),
        interfaces: () => type.getInterfaces().map(typeOf),
        fields: () => fieldsOf(type),
      });
    }
    return isUnionType(type)
      ? new GraphQLUnionType({ ...type.toConfig(), types: () => type.getTypes().map(typeOf) })
      : type;
  }
  const config = schema.toConfig();
  return new GraphQLSchema({
    ...config,
    assumeValid: true,
    query: config.query && typeOf(config.query),
    mutation: config.mutation && typeOf(config.mutation),
    types: config.types.filter(({ name }) => !name.startsWith('__')).map(typeOf),
  });
}

/** Resolves as `field` does, and projects what it gives. */
function projectingResolver(field: GraphQLField<unknown, Context>) {
  const { name, resolve, type } = field;
  const projections = new WeakMap<readonly FieldNode[], Project>();
  const projectionFor = (info: GraphQLResolveInfo): Project => {
    let project = projections.get(info.fieldNodes);
    if (!project) {
      project = compileProjection(info, type);
      projections.set(info.fieldNodes, project);
    }
    return project;
  };
  return (parent: unknown, args: object, context: Context, info: GraphQLResolveInfo): unknown => {
    const finish = (value: unknown) =>
      value === null || value === undefined || value instanceof Error
        ? value
        : projectionFor(info)(value);
    const value = resolve
      ? resolve(parent, args, context, info)
      : (parent as Record<string, unknown>)[name];
    return isPromise(value) ? value.then(finish) : finish(value);
  };
}

/**
 * A resolver of a list may give promises, and graphql-jit misplaces one that rejects. So they are
 * waited for together, and a failed one is its error, which both executors take for a failed item.
 */
function settlingResolver({ resolve, type }: GraphQLField<unknown, Context>) {
  if (!resolve || !isListType(isNonNullType(type) ? type.ofType : type)) {
    return {};
  }
  const settle = (value: unknown) =>
    Array.isArray(value) && value.some(isPromise)
      ? Promise.all(value.map((item) => (isPromise(item) ? item.catch(toError) : item)))
      : value;
  return {
    resolve: (parent: unknown, args: object, context: Context, info: GraphQLResolveInfo) => {
      const value = resolve(parent, args, context, info);
      return isPromise(value) ? value.then(settle) : settle(value);
    },
  };
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof (value as Promise<unknown> | null)?.then === 'function';
}
