import {
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isNullableType,
  isObjectType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { readingOf } from '../../resolvers/fields.ts';

/** Types whose values are read from upstream JSON, by name. */
interface JsonTypes {
  /** All fields only read JSON, so no part of a value is asynchronous. */
  readonly whole: ReadonlySet<string>;
  /** Some fields only read JSON, others take requests: `Event`. */
  readonly mixed: ReadonlySet<string>;
}

export function findJsonTypes(schema: GraphQLSchema): JsonTypes {
  const types = Object.values(schema.getTypeMap());
  const whole = new Set<string>();
  for (let before = -1; before !== whole.size; ) {
    before = whole.size;
    for (const type of types) {
      if (isWhole(schema, type, whole)) {
        whole.add(type.name);
      }
    }
  }
  const mixed = types.filter(
    (type) =>
      isObjectType(type) &&
      !whole.has(type.name) &&
      Object.keys(type.getFields()).some((field) => onlyReads(type, field, whole)),
  );
  return { whole, mixed: new Set(mixed.map(({ name }) => name)) };
}

/** The types of which a document selects only JSON fields. */
export function selectJsonTypes(
  schema: GraphQLSchema,
  { whole, mixed }: JsonTypes,
  document: DocumentNode,
): ReadonlySet<string> {
  const found = new Set([...whole, ...mixed]);
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
          if (mixed.has(type.name) && !onlyReads(type, field, whole)) {
            found.delete(type.name);
          }
        }
      },
    }),
  );
  return found;
}

function isWhole(
  schema: GraphQLSchema,
  type: GraphQLNamedType,
  known: ReadonlySet<string>,
): boolean {
  if (isInterfaceType(type)) {
    return (
      readingOf(type.resolveType ?? undefined) !== undefined &&
      schema.getPossibleTypes(type).every(({ name }) => known.has(name))
    );
  }
  return (
    isObjectType(type) &&
    Object.keys(type.getFields()).every((field) => onlyReads(type, field, known))
  );
}

function onlyReads(type: GraphQLNamedType, name: string, known: ReadonlySet<string>): boolean {
  const field = isObjectType(type) ? type.getFields()[name] : undefined;
  const reading = readingOf(field?.resolve);
  if (!field || !reading || !field.args.every(({ type: given }) => isNullableType(given))) {
    return false;
  }
  if (field.args.length > 0 && !('make' in reading)) {
    return false;
  }
  const below = getNamedType(field.type);
  return isLeafType(below) || known.has(below.name);
}
