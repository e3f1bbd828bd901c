import {
  type ConstDirectiveNode,
  type GraphQLField,
  type GraphQLOutputType,
  isListType,
  isNonNullType,
  valueFromASTUntyped,
} from 'graphql';

/** What the schema says of a field's cost, by federation's `@cost` and `@listSize`. */
export interface FieldCost {
  /** Requests to Sentry that reading the field once takes at worst. */
  readonly requests: number;
  /** What each argument adds where it is given. */
  readonly requestsOfArgument: ReadonlyMap<string, number>;
  /** Arguments that say how many items there are. */
  readonly slicingArguments: readonly string[];
  /** How many there are where none of those is given. */
  readonly assumedSize: number;
  /** Where the items are in fields of the field (a connection's `edges` and `nodes`): their names. */
  readonly sizedFields: ReadonlySet<string>;
}

/** A list of which the schema does not say how long it is came with its parent. */
const UNTOLD_SIZE = 1;

// biome-ignore lint/suspicious/noExplicitAny: graphql's own type of a field of any schema.
type AnyField = GraphQLField<any, any>;

/** The cost of a field, read from its definition's directives once. */
export function fieldCostOf(field: AnyField): FieldCost {
  let cost = known.get(field);
  if (!cost) {
    cost = readFieldCost(field);
    known.set(field, cost);
  }
  return cost;
}

const known = new WeakMap<AnyField, FieldCost>();

function readFieldCost({ astNode, args }: AnyField): FieldCost {
  const listSize = readDirective(astNode, 'listSize');
  return {
    requests: weightOf(astNode),
    requestsOfArgument: new Map(
      args.map((argument) => [argument.name, weightOf(argument.astNode)]),
    ),
    slicingArguments: asNames(listSize['slicingArguments']),
    assumedSize: asNumber(listSize['assumedSize']) ?? UNTOLD_SIZE,
    sizedFields: new Set(asNames(listSize['sizedFields'])),
  };
}

type Annotated =
  | { readonly directives?: readonly ConstDirectiveNode[] | undefined }
  | null
  | undefined;

function weightOf(node: Annotated): number {
  return asNumber(readDirective(node, 'cost')['weight']) ?? 0;
}

function readDirective(node: Annotated, name: string): Readonly<Record<string, unknown>> {
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

/** Whether a field is a list itself, and not an object that has one. */
export function isListField({ type }: { readonly type: GraphQLOutputType }): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}
