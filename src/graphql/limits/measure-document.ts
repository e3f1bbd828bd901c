import {
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { fragmentsOf, type SelectionSource } from '../../selection.ts';
import { isListField } from './field-cost.ts';
import type { Rule } from './rule.ts';

/** The size of an operation, independent of its variables; a fragment counts wherever it is spread. */
export interface DocumentMeasure {
  /** Nesting depth of fields, without introspection. */
  readonly depth: number;
  /** Nesting depth of lists. */
  readonly listNesting: number;
  /** Selected fields and fragments. */
  readonly selections: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly directives: number;
  /** Nesting depth of fragments, with and without a name. */
  readonly fragmentNesting: number;
}

/** In the order in which they are checked. */
export const DOCUMENT_RULES: readonly Rule<DocumentMeasure>[] = [
  {
    measure: 'depth',
    limit: 'maxDepth',
    code: 'OPERATION_TOO_DEEP',
    sentence: (found) => `The operation is ${found} levels deep`,
  },
  {
    measure: 'aliases',
    limit: 'maxAliases',
    code: 'TOO_MANY_ALIASES',
    sentence: (found) => `The operation has ${found} aliases`,
  },
  {
    measure: 'selections',
    limit: 'maxFields',
    code: 'TOO_MANY_FIELDS',
    sentence: (found) => `The operation selects ${found} fields and fragments`,
  },
  {
    measure: 'rootFields',
    limit: 'maxRootFields',
    code: 'TOO_MANY_ROOT_FIELDS',
    sentence: (found) => `The operation has ${found} root fields`,
  },
  {
    measure: 'directives',
    limit: 'maxDirectives',
    code: 'TOO_MANY_DIRECTIVES',
    sentence: (found) => `The operation has ${found} directives`,
  },
  {
    measure: 'listNesting',
    limit: 'maxListNesting',
    code: 'LISTS_TOO_NESTED',
    sentence: (found) => `The operation nests ${found} lists`,
  },
];

/** Parsed documents are cached, so each operation is measured once. */
export function measureDocument(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): DocumentMeasure {
  let measure = measures.get(operation);
  if (!measure) {
    measure = measureOperation(schema, fragmentsOf(document), operation);
    measures.set(operation, measure);
  }
  return measure;
}

const measures = new WeakMap<OperationDefinitionNode, DocumentMeasure>();

/**
 * Measures each fragment once, however often it is spread: the time is linear in the document even if the
 * expanded operation is exponential.
 */
function measureOperation(
  schema: GraphQLSchema,
  fragments: SelectionSource['fragments'],
  operation: OperationDefinitionNode,
): DocumentMeasure {
  const measured = new Map<string, DocumentMeasure>();
  let level = 0;

  function measureFragment(name: string): DocumentMeasure {
    const fragment = fragments[name];
    const known = measured.get(name);
    if (known || !fragment) {
      return known ?? NOTHING;
    }
    measured.set(name, NOTHING); // ends cycles, which validation refuses
    const measure = measureSelections(
      schema.getType(fragment.typeCondition.name.value),
      fragment.selectionSet,
    );
    measured.set(name, measure);
    return measure;
  }

  function measureSelections(
    type: GraphQLNamedType | undefined,
    set: SelectionSetNode | undefined,
  ): DocumentMeasure {
    return (set?.selections ?? []).map((node) => measureSelection(type, node)).reduce(add, NOTHING);
  }

  function measureSelection(
    type: GraphQLNamedType | undefined,
    node: SelectionNode,
  ): DocumentMeasure {
    const own = { ...NOTHING, selections: 1, directives: node.directives?.length ?? 0 };
    if (node.kind === Kind.FIELD) {
      return measureField(type, node, own);
    }
    level += 1;
    refuseDeep(level);
    const condition = 'typeCondition' in node && node.typeCondition?.name.value;
    const below =
      node.kind === Kind.FRAGMENT_SPREAD
        ? measureFragment(node.name.value)
        : measureSelections(condition ? schema.getType(condition) : type, node.selectionSet);
    level -= 1;
    const fragmentNesting = below.fragmentNesting + 1;
    refuseDeep(fragmentNesting);
    return add({ ...below, fragmentNesting }, own);
  }

  function measureField(
    type: GraphQLNamedType | undefined,
    node: FieldNode,
    own: DocumentMeasure,
  ): DocumentMeasure {
    const field =
      isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
    const below = measureSelections(field && getNamedType(field.type), node.selectionSet);
    return add(
      {
        ...below,
        depth: node.name.value.startsWith('__') ? 0 : 1 + below.depth,
        listNesting: below.listNesting + (field && isListField(field) ? 1 : 0),
        rootFields: 1,
      },
      { ...own, aliases: node.alias ? 1 : 0 },
    );
  }

  return measureSelections(
    schema.getRootType(operation.operation) ?? undefined,
    operation.selectionSet,
  );
}

/** Each level takes several calls here and in graphql-js, of which the call stack has room for some thousand. */
const MAX_FRAGMENT_NESTING = 1_250;

function refuseDeep(fragmentNesting: number): void {
  if (fragmentNesting > MAX_FRAGMENT_NESTING) {
    throw new GraphQLError(
      `The operation nests more than ${MAX_FRAGMENT_NESTING} fragments in one another, which is the limit.`,
      { extensions: { code: 'TOO_NESTED', limit: MAX_FRAGMENT_NESTING, http: { status: 400 } } },
    );
  }
}

const NOTHING: DocumentMeasure = {
  depth: 0,
  listNesting: 0,
  selections: 0,
  aliases: 0,
  rootFields: 0,
  directives: 0,
  fragmentNesting: 0,
};

/** Of two sibling parts. */
function add(one: DocumentMeasure, other: DocumentMeasure): DocumentMeasure {
  return {
    depth: Math.max(one.depth, other.depth),
    listNesting: Math.max(one.listNesting, other.listNesting),
    selections: sum(one.selections, other.selections),
    aliases: sum(one.aliases, other.aliases),
    rootFields: sum(one.rootFields, other.rootFields),
    directives: sum(one.directives, other.directives),
    fragmentNesting: Math.max(one.fragmentNesting, other.fragmentNesting),
  };
}

/** Nested fragments can exceed any number, and JSON has no infinity. */
function sum(one: number, other: number): number {
  return Math.min(one + other, Number.MAX_SAFE_INTEGER);
}
