import { type DocumentNode, type GraphQLSchema, TypeInfo, visit, visitWithTypeInfo } from 'graphql';

/** A field of a document. */
interface FieldType {
  /** As in SDL, such as `[String!]`. */
  readonly type: string;
  /** The type in whose selection it is. */
  readonly parent: string;
}

/** The types of the fields of a document, by their positions in the text. */
export function fieldTypesOf(
  schema: GraphQLSchema,
  document: DocumentNode,
): ReadonlyMap<number, FieldType> {
  let known = fieldTypes.get(document);
  if (!known) {
    known = findFieldTypes(schema, document);
    fieldTypes.set(document, known);
  }
  return known;
}

const fieldTypes = new WeakMap<DocumentNode, ReadonlyMap<number, FieldType>>();

function findFieldTypes(
  schema: GraphQLSchema,
  document: DocumentNode,
): ReadonlyMap<number, FieldType> {
  const found = new Map<number, FieldType>();
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field({ loc }) {
        if (loc) {
          const type = String(info.getType());
          found.set(loc.start, { type, parent: String(info.getParentType()) });
        }
      },
    }),
  );
  return found;
}
