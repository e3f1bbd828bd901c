import {
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { fieldCostOf } from './field-cost.ts';

// biome-ignore lint/suspicious/noExplicitAny: graphql's own type of a field of any schema.
type AnyField = GraphQLField<any, any>;

/** Whether a field, or any field that can be selected below it, costs requests. Only such fields are measured. */
export function hasCostBelow(schema: GraphQLSchema, field: AnyField): boolean {
  let fields = fieldsWithCost.get(schema);
  if (!fields) {
    fields = findFieldsWithCost(schema);
    fieldsWithCost.set(schema, fields);
  }
  return fields.has(field);
}

const fieldsWithCost = new WeakMap<GraphQLSchema, ReadonlySet<AnyField>>();

/** Starts with fields that have a cost, and adds fields whose types have them, until none is added. */
function findFieldsWithCost(schema: GraphQLSchema): ReadonlySet<AnyField> {
  const composites = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) || isInterfaceType(type),
  );
  const all = composites.flatMap((type) =>
    Object.values(type.getFields()).map((field) => ({ type, field })),
  );
  const withCost = new Set<AnyField>();
  const typesWithCost = new Set<unknown>();
  const hasCost = (field: AnyField) => {
    const { requests, requestsOfArgument } = fieldCostOf(field);
    const target = getNamedType(field.type);
    return (
      requests > 0 ||
      [...requestsOfArgument.values()].some((weight) => weight > 0) ||
      typesWithCost.has(target) ||
      (isAbstractType(target) &&
        schema.getPossibleTypes(target).some((each) => typesWithCost.has(each)))
    );
  };
  for (let before = -1; before !== withCost.size; ) {
    before = withCost.size;
    for (const { type, field } of all) {
      if (!withCost.has(field) && hasCost(field)) {
        withCost.add(field);
        typesWithCost.add(type);
      }
    }
  }
  return withCost;
}
