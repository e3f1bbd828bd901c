import {
  type DocumentNode,
  type FieldNode,
  type FragmentSpreadNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type InlineFragmentNode,
  isAbstractType,
  Kind,
  print,
  type SelectionSetNode,
} from 'graphql';
import { isIncluded } from './is-included.ts';

export interface SelectionSource {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  /** Coerced variables, for `@skip` and `@include`. */
  readonly variables: Readonly<Record<string, unknown>>;
}

export type FieldGroup = readonly [FieldNode, ...FieldNode[]];

/**
 * The fields that selection sets have for an object type. Those of one name with the same arguments
 * are one group, whatever their aliases.
 */
export function collectFields(
  source: SelectionSource,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): Iterable<FieldGroup> {
  const groups = new Map<string, [FieldNode, ...FieldNode[]]>();
  const seen = new Set<SelectionSetNode>();

  function collect(set: SelectionSetNode): void {
    if (seen.has(set)) {
      return;
    }
    seen.add(set);
    for (const node of set.selections.filter((each) => isIncluded(each, source.variables))) {
      if (node.kind === Kind.FIELD) {
        addTo(groups, node);
      } else {
        const fragment = fragmentFor(source, type, node);
        if (fragment) {
          collect(fragment.selectionSet);
        }
      }
    }
  }

  sets.forEach(collect);
  return groups.values();
}

function addTo(groups: Map<string, [FieldNode, ...FieldNode[]]>, node: FieldNode): void {
  const key = node.name.value + (node.arguments ?? []).map(print).sort().join();
  const group = groups.get(key);
  if (group) {
    group.push(node);
  } else {
    groups.set(key, [node]);
  }
}

/** The fragment of a spread, if it says something of the type. */
function fragmentFor(
  source: SelectionSource,
  type: GraphQLObjectType,
  node: FragmentSpreadNode | InlineFragmentNode,
) {
  const fragment =
    node.kind === Kind.INLINE_FRAGMENT ? node : findFragment(source, node.name.value);
  return fragment && appliesTo(source, fragment.typeCondition?.name.value, type)
    ? fragment
    : undefined;
}

function appliesTo(
  { schema }: SelectionSource,
  condition: string | undefined,
  type: GraphQLObjectType,
): boolean {
  const wanted = condition === undefined ? type : schema.getType(condition);
  return wanted === type || (isAbstractType(wanted) && schema.isSubType(wanted, type));
}

function findFragment({ document }: SelectionSource, name: string) {
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name) {
      return definition;
    }
  }
  return undefined;
}
