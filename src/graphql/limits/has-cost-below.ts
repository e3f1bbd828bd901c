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

/** Whether a field, or any that can be selected below it, costs requests: the rest is not walked. */
export function hasCostBelow(schema: GraphQLSchema, field: AnyField): boolean {
  let dear = fieldsWithCost.get(schema);
  if (!dear) {
    dear = findDearFields(schema);
    fieldsWithCost.set(schema, dear);
  }
  return dear.has(field);
}

const fieldsWithCost = new WeakMap<GraphQLSchema, ReadonlySet<AnyField>>();

/** Spreads from the fields with a cost to those that lead there, until nothing is added. */
function findDearFields(schema: GraphQLSchema): ReadonlySet<AnyField> {
  const composites = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) || isInterfaceType(type),
  );
  const all = composites.flatMap((type) =>
    Object.values(type.getFields()).map((field) => ({ type, field })),
  );
  const dear = new Set<AnyField>();
  const dearTypes = new Set<unknown>();
  const isDear = (field: AnyField) => {
    const { requests, requestsOfArgument } = fieldCostOf(field);
    const target = getNamedType(field.type);
    return (
      requests > 0 ||
      [...requestsOfArgument.values()].some((weight) => weight > 0) ||
      dearTypes.has(target) ||
      (isAbstractType(target) &&
        schema.getPossibleTypes(target).some((each) => dearTypes.has(each)))
    );
  };
  for (let before = -1; before !== dear.size; ) {
    before = dear.size;
    for (const { type, field } of all) {
      if (!dear.has(field) && isDear(field)) {
        dear.add(field);
        dearTypes.add(type);
      }
    }
  }
  return dear;
}
