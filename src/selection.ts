import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  type InlineFragmentNode,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

export interface SelectionSource {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** Coerced variables, for `@skip` and `@include`. */
  readonly variables: Readonly<Record<string, unknown>>;
}

export function fragmentsOf(document: DocumentNode): SelectionSource['fragments'] {
  let fragments = fragmentsByDocument.get(document);
  if (!fragments) {
    fragments = Object.create(null) as Record<string, FragmentDefinitionNode>;
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) {
        fragments[definition.name.value] = definition;
      }
    }
    fragmentsByDocument.set(document, fragments);
  }
  return fragments;
}

const fragmentsByDocument = new WeakMap<DocumentNode, Record<string, FragmentDefinitionNode>>();

/** Merged fields with the same key, such as name or response key. */
export type FieldGroup = readonly [FieldNode, ...FieldNode[]];

interface Selecting {
  readonly selectionSet?: SelectionSetNode | undefined;
}

type KeyOf = (node: FieldNode) => string;

type FieldGroups = ReadonlyMap<string, FieldGroup>;

/**
 * The fields below nodes, merged by their keys in the order of the specification.
 *
 * @param type - Type of the fields. For an object type, only fragments that apply to it count; for any other
 * type, all fragments do.
 */
export function collectFields(
  source: SelectionSource,
  type: GraphQLNamedType | undefined,
  nodes: readonly Selecting[],
  keyOf: KeyOf,
): FieldGroups {
  const [node] = nodes;
  const known = node && nodes.length === 1 ? knownFields(node, keyOf) : undefined;
  const found = known?.get(type);
  if (found) {
    return found;
  }
  const collector = new Collector(source, type, keyOf);
  for (const { selectionSet } of nodes) {
    collector.collect(selectionSet);
  }
  if (collector.isFixed) {
    known?.set(type, collector.groups);
  }
  return collector.groups;
}

/**
 * The fields below one node, by type. With directives they depend on variables; with fragment spreads on the
 * fragments, because documents that differ in their fragments may share nodes.
 */
function knownFields(
  node: Selecting,
  keyOf: KeyOf,
): Map<GraphQLNamedType | undefined, FieldGroups> {
  let byNode = fieldsByKey.get(keyOf);
  if (!byNode) {
    byNode = new WeakMap();
    fieldsByKey.set(keyOf, byNode);
  }
  let byType = byNode.get(node);
  if (!byType) {
    byType = new Map();
    byNode.set(node, byType);
  }
  return byType;
}

const fieldsByKey = new WeakMap<
  KeyOf,
  WeakMap<Selecting, Map<GraphQLNamedType | undefined, FieldGroups>>
>();

/** Reads each fragment once, however often it is spread, so that the time is linear in the document. */
class Collector {
  readonly groups = new Map<string, [FieldNode, ...FieldNode[]]>();
  /** Whether the fields depend on the node and the type alone. */
  isFixed = true;
  readonly #source: SelectionSource;
  readonly #type: GraphQLNamedType | undefined;
  readonly #keyOf: KeyOf;
  readonly #seen = new Set<SelectionSetNode>();

  constructor(source: SelectionSource, type: GraphQLNamedType | undefined, keyOf: KeyOf) {
    this.#source = source;
    this.#type = type;
    this.#keyOf = keyOf;
  }

  collect(set: SelectionSetNode | undefined): void {
    if (!set || this.#seen.has(set)) {
      return;
    }
    this.#seen.add(set);
    for (const node of set.selections) {
      this.isFixed &&= !node.directives?.length && node.kind !== Kind.FRAGMENT_SPREAD;
      if (!isIncluded(node, this.#source.variables)) {
        continue;
      }
      if (node.kind === Kind.FIELD) {
        this.#add(this.#keyOf(node), node);
      } else {
        this.collect(fragmentFor(this.#source, this.#type, node)?.selectionSet);
      }
    }
  }

  #add(key: string, node: FieldNode): void {
    const group = this.groups.get(key);
    if (group) {
      group.push(node);
    } else {
      this.groups.set(key, [node]);
    }
  }
}

/**
 * Evaluates `@skip` and `@include`. With a variable that is wrongly null, the selection is included: execution
 * refuses such a variable.
 */
export function isIncluded(
  { directives }: SelectionNode,
  variables: SelectionSource['variables'],
): boolean {
  return (directives ?? []).every(({ name, arguments: args = [] }) => {
    if (name.value !== 'skip' && name.value !== 'include') {
      return true;
    }
    const value = args.find((argument) => argument.name.value === 'if')?.value;
    const given =
      value?.kind === Kind.VARIABLE
        ? variables[value.name.value]
        : value?.kind === Kind.BOOLEAN && value.value;
    return given !== (name.value === 'skip');
  });
}

/** Undefined if the fragment does not apply to the type. */
function fragmentFor(
  { schema, fragments }: SelectionSource,
  type: GraphQLNamedType | undefined,
  node: FragmentSpreadNode | InlineFragmentNode,
) {
  const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments[node.name.value];
  const condition = fragment?.typeCondition?.name.value;
  if (condition === undefined || condition === type?.name || !isObjectType(type)) {
    return fragment;
  }
  const abstract = schema.getType(condition);
  return isAbstractType(abstract) && schema.isSubType(abstract, type) ? fragment : undefined;
}

export function responseKeyOf({ alias, name }: FieldNode): string {
  return alias?.value ?? name.value;
}

/** The selection below a field, with aliases and fragments merged; collected lazily. */
export class Selection {
  readonly #source: SelectionSource;
  readonly #type: GraphQLNamedType | undefined;
  readonly #nodes: readonly Pick<FieldNode, 'selectionSet'>[];
  readonly #below = new Map<string, Selection>();
  #groups: ReadonlyMap<string, FieldGroup> | undefined;

  constructor(
    source: SelectionSource,
    type: GraphQLNamedType | undefined,
    nodes: readonly Pick<FieldNode, 'selectionSet'>[],
  ) {
    this.#source = source;
    this.#type = type;
    this.#nodes = nodes;
  }

  /** Without `__typename`. */
  get names(): readonly string[] {
    return [...this.#collect().keys()].filter((name) => name !== '__typename');
  }

  has(name: string): boolean {
    return this.#collect().has(name);
  }

  /** The arguments of each selection of a field, with defaults; those that cannot be read are left out. */
  argumentsOf(name: string): readonly Readonly<Record<string, unknown>>[] {
    const type = this.#type;
    const field = isObjectType(type) ? type.getFields()[name] : undefined;
    const nodes = this.#collect().get(name) ?? [];
    return field ? nodes.flatMap((node) => readArguments(field, node, this.#source.variables)) : [];
  }

  /** The selection below a path of fields; empty if the path is not selected. */
  at(...path: readonly string[]): Selection {
    const [name, ...rest] = path;
    return name === undefined ? this : this.#field(name).at(...rest);
  }

  #field(name: string): Selection {
    let below = this.#below.get(name);
    if (!below) {
      const type = this.#type;
      const field =
        isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
      below = new Selection(
        this.#source,
        field && getNamedType(field.type),
        this.#collect().get(name) ?? [],
      );
      this.#below.set(name, below);
    }
    return below;
  }

  #collect(): ReadonlyMap<string, FieldGroup> {
    this.#groups ??= collectFields(this.#source, this.#type, this.#nodes, nameOf);
    return this.#groups;
  }
}

// biome-ignore lint/suspicious/noExplicitAny: graphql's own type of a field of any schema.
type AnyField = GraphQLField<any, any>;

/** Arguments that cannot be read are refused by execution. */
function readArguments(
  field: AnyField,
  node: FieldNode,
  variables: SelectionSource['variables'],
): readonly Readonly<Record<string, unknown>>[] {
  try {
    return [getArgumentValues(field, node, variables)];
  } catch {
    return [];
  }
}

function nameOf({ name }: FieldNode): string {
  return name.value;
}

export type LookAheadInfo = Pick<
  GraphQLResolveInfo,
  'fieldNodes' | 'fragments' | 'variableValues' | 'schema' | 'returnType'
> & {
  /** Of the types of the schema. */
  readonly typePrefix?: string;
};

/**
 * The selection below the field that is being resolved.
 *
 * @param typeName - If the field's type is an interface: the object type whose selection is needed, without prefix.
 */
export function selectionOf(info: LookAheadInfo, typeName = ''): Selection {
  const { fieldNodes, fragments, variableValues: variables, schema, returnType } = info;
  const { typePrefix = '' } = info;
  const known = cachedSelections(info);
  let selection = known.get(typeName);
  if (!selection) {
    const type = typeName ? schema.getType(typePrefix + typeName) : getNamedType(returnType);
    selection = new Selection({ schema, fragments, variables }, type, fieldNodes);
    known.set(typeName, selection);
  }
  return selection;
}

/**
 * Selections of the same field nodes in the same operation, by type: every row of a list needs them. The
 * nodes may outlive an operation, as those of a compiled one do; its variables do not.
 */
function cachedSelections({ fieldNodes, variableValues }: LookAheadInfo): Map<string, Selection> {
  let byNodes = selections.get(variableValues);
  if (!byNodes) {
    byNodes = new Map();
    selections.set(variableValues, byNodes);
  }
  let byType = byNodes.get(fieldNodes);
  if (!byType) {
    byType = new Map();
    byNodes.set(fieldNodes, byType);
  }
  return byType;
}

const selections = new WeakMap<object, Map<readonly FieldNode[], Map<string, Selection>>>();
