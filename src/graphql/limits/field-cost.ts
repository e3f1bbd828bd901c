import {
  type ConstDirectiveNode,
  type GraphQLField,
  type GraphQLOutputType,
  isListType,
  isNonNullType,
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
