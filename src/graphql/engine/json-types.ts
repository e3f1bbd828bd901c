import {
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
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

interface SelectedTypes {
  /** The types of which a document selects only JSON fields. */
  readonly read: ReadonlySet<string>;
  /** With the types of which it also selects fields marked `oftenRead`. */
  readonly oftenRead: ReadonlySet<string>;
}

/** The types that an operation can project, by the fields that its document selects. */
export function selectJsonTypes(
  schema: GraphQLSchema,
  { whole, mixed }: JsonTypes,
  document: DocumentNode,
): SelectedTypes {
  const others = new Set<string>();
  /** By type, the types of its fields that are often read. */
  const targets = new Map<string, Set<string>>();
  const note = (type: GraphQLObjectType, field: string) => {
    const target = typeOftenRead(type, field);
    if (target !== null) {
      targets.set(type.name, (targets.get(type.name) ?? new Set()).add(target));
    } else if (!onlyReads(type, field, whole)) {
      others.add(type.name);
    }
  };
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field({ name: { value: field } }) {
        const parent = info.getParentType();
        if (parent && field !== '__typename') {
          const types = isObjectType(parent) ? [parent] : schema.getPossibleTypes(parent);
          for (const type of types.filter(({ name }) => mixed.has(name))) {
            note(type, field);
          }
        }
      },
    }),
  );
  const found = [...whole, ...mixed].filter((name) => !others.has(name));
  const read = new Set(found.filter((name) => !targets.has(name)));
  const areRead = (names: Iterable<string> = []) => [...names].every((name) => read.has(name));
  return { read, oftenRead: new Set(found.filter((name) => areRead(targets.get(name)))) };
}

/** The type of a field that is often read; null for another field. */
function typeOftenRead(type: GraphQLObjectType, name: string): string | null {
  const field = type.getFields()[name];
  const reading = readingOf(field?.resolve);
  return field && reading && 'prepare' in reading ? getNamedType(field.type).name : null;
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
  if (
    !field ||
    !reading ||
    'prepare' in reading ||
    !field.args.every(({ type: given }) => isNullableType(given))
  ) {
    return false;
  }
  if (field.args.length > 0 && !('make' in reading)) {
    return false;
  }
  const below = getNamedType(field.type);
  return isLeafType(below) || known.has(below.name);
}
