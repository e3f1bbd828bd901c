import {
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import { isIncluded } from './is-included.ts';

/** The fields that are selected below a field, aliases and fragments merged, by their names. */
export type Selection = ReadonlyMap<string, Selection>;

/** The parts of `GraphQLResolveInfo` that the look-ahead reads. */
export type LookAheadInfo = Pick<
  GraphQLResolveInfo,
  'fieldNodes' | 'fragments' | 'variableValues' | 'schema' | 'returnType'
>;

/**
 * What the operation selects below the field being resolved, `@skip` and `@include` applied.
 *
 * @param typeName - Where the field's type is an interface: the object type whose part is wanted.
 */
export function selectionOf(info: LookAheadInfo, typeName = ''): Selection {
  const known = knownSelections(info);
  let selection = known.get(typeName);
  if (!selection) {
    selection = collectAll(info, typeName);
    known.set(typeName, selection);
  }
  return selection;
}

function collectAll(info: LookAheadInfo, typeName: string): Selection {
  const type = typeName ? info.schema.getType(typeName) : getNamedType(info.returnType);
  const selection: MutableSelection = new Map();
  for (const { selectionSet } of info.fieldNodes) {
    collect(info, type, selectionSet, selection);
  }
  return selection;
}

/**
 * What was collected for the same field nodes in the same operation, by type: each row of a list
 * asks again. The nodes may outlive an operation, as a compiled one's do; its variables do not.
 */
function knownSelections({ fieldNodes, variableValues }: LookAheadInfo): Map<string, Selection> {
  let byNodes = selections.get(variableValues);
  if (!byNodes) {
    byNodes = new WeakMap();
    selections.set(variableValues, byNodes);
  }
  let byType = byNodes.get(fieldNodes);
  if (!byType) {
    byType = new Map();
    byNodes.set(fieldNodes, byType);
  }
  return byType;
}

const selections = new WeakMap<object, WeakMap<readonly FieldNode[], Map<string, Selection>>>();

/** The selection below a path of field names; empty where the path is not selected. */
export function selectionAt(selection: Selection, ...path: readonly string[]): Selection {
  return path.reduce<Selection>((below, name) => below.get(name) ?? NOTHING, selection);
}

const NOTHING: Selection = new Map();

interface MutableSelection extends Map<string, MutableSelection> {}

function collect(
  info: LookAheadInfo,
  type: GraphQLNamedType | undefined,
  selectionSet: SelectionSetNode | undefined,
  into: MutableSelection,
): void {
  for (const node of selectionSet?.selections ?? []) {
    if (!isIncluded(node, info.variableValues)) {
      continue;
    }
    if (node.kind === 'Field') {
      collectField(info, type, node, into);
    } else {
      const fragment = node.kind === 'InlineFragment' ? node : info.fragments[node.name.value];
      if (fragment && appliesTo(info, fragment.typeCondition?.name.value, type)) {
        collect(info, type, fragment.selectionSet, into);
      }
    }
  }
}

function collectField(
  info: LookAheadInfo,
  type: GraphQLNamedType | undefined,
  node: FieldNode,
  into: MutableSelection,
): void {
  const name = node.name.value;
  if (name === '__typename') {
    return;
  }
  let below = into.get(name);
  if (!below) {
    below = new Map();
    into.set(name, below);
  }
  if (node.selectionSet && isCompositeType(type) && 'getFields' in type) {
    const field = type.getFields()[name];
    collect(info, field && getNamedType(field.type), node.selectionSet, below);
  }
}

/** Whether a fragment on `condition` says something of `type`. */
function appliesTo(
  { schema }: LookAheadInfo,
  condition: string | undefined,
  type: GraphQLNamedType | undefined,
): boolean {
  if (condition === undefined || condition === type?.name || isAbstractType(type)) {
    return true;
  }
  const abstract = schema.getType(condition);
  return isObjectType(type) && isAbstractType(abstract) && schema.isSubType(abstract, type);
}
