import {
  type ConstDirectiveNode,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  valueFromASTUntyped,
} from 'graphql';

/** The cost of a field from the directives `@cost` and `@listSize`. */
export interface FieldCost {
  /** Maximum requests to Sentry for resolving the field once. */
  readonly requests: number;
  /** Added by each argument that is given. */
  readonly requestsOfArgument: ReadonlyMap<string, number>;
  /** Arguments with the number of items. */
  readonly slicingArguments: readonly string[];
  /** The number of items if none of these arguments is given. */
  readonly assumedSize: number;
  /** Fields with the items, if the field is not a list itself: a connection's `edges` and `nodes`. */
  readonly sizedFields: ReadonlySet<string>;
}

/** Lists without `@listSize` arrive inside their parent and cost no request. */
const DEFAULT_SIZE = 1;

// biome-ignore lint/suspicious/noExplicitAny: graphql's own type of a field of any schema.
type AnyField = GraphQLField<any, any>;

export function fieldCostOf(field: AnyField): FieldCost {
  let cost = costs.get(field);
  if (!cost) {
    cost = readFieldCost(field);
    costs.set(field, cost);
  }
  return cost;
}

const costs = new WeakMap<AnyField, FieldCost>();

function readFieldCost({ astNode, args }: AnyField): FieldCost {
  const listSize = readDirective(astNode, 'listSize');
  return {
    requests: weightOf(astNode),
    requestsOfArgument: new Map(
      args.map((argument) => [argument.name, weightOf(argument.astNode)]),
    ),
    slicingArguments: asNames(listSize['slicingArguments']),
    assumedSize: asNumber(listSize['assumedSize']) ?? DEFAULT_SIZE,
    sizedFields: new Set(asNames(listSize['sizedFields'])),
  };
}

type WithDirectives =
  | { readonly directives?: readonly ConstDirectiveNode[] | undefined }
  | null
  | undefined;

function weightOf(node: WithDirectives): number {
  return asNumber(readDirective(node, 'cost')['weight']) ?? 0;
}

function readDirective(node: WithDirectives, name: string): Readonly<Record<string, unknown>> {
  const directive = node?.directives?.find((each) => each.name.value === name);
  return Object.fromEntries(
    (directive?.arguments ?? []).map((argument) => [
      argument.name.value,
      valueFromASTUntyped(argument.value),
    ]),
  );
}

function asNames(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function asNumber(value: unknown): number | null {
  const number = Number(value ?? Number.NaN);
  return Number.isFinite(number) ? number : null;
}

export function isListField({ type }: { readonly type: GraphQLOutputType }): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

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
