import {
  type DocumentNode,
  type FieldNode,
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

/** How large an operation is, whatever its variables; fragments count wherever they are spread. */
export interface DocumentMeasure {
  /** Fields inside one another; introspection, which has no data of Sentry's, is not counted. */
  readonly depth: number;
  /** Lists inside one another. */
  readonly listNesting: number;
  /** Fields and fragments that are selected. */
  readonly selections: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly directives: number;
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
    sentence: (found) => `The operation has lists inside one another ${found} times`,
  },
];

/** Parsed documents are kept, so that each of their operations is measured once. */
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
 * Each fragment is measured once however often it is spread, so that the time is linear in the
 * document even where the operation it stands for is exponential.
 */
function measureOperation(
  schema: GraphQLSchema,
  fragments: SelectionSource['fragments'],
  operation: OperationDefinitionNode,
): DocumentMeasure {
  const known = new Map<string, DocumentMeasure>();

  function measureFragment(name: string): DocumentMeasure {
    const fragment = fragments[name];
    const measured = known.get(name);
    if (measured || !fragment) {
      return measured ?? NOTHING;
    }
    known.set(name, NOTHING); // validation refuses cycles; this ends them all the same
    const measure = measureSelections(
      schema.getType(fragment.typeCondition.name.value),
      fragment.selectionSet,
    );
    known.set(name, measure);
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
    if (node.kind === Kind.FRAGMENT_SPREAD) {
      return add(measureFragment(node.name.value), own);
    }
    if (node.kind === Kind.INLINE_FRAGMENT) {
      const condition = node.typeCondition && schema.getType(node.typeCondition.name.value);
      return add(measureSelections(condition ?? type, node.selectionSet), own);
    }
    return measureField(type, node, own);
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

const NOTHING: DocumentMeasure = {
  depth: 0,
  listNesting: 0,
  selections: 0,
  aliases: 0,
  rootFields: 0,
  directives: 0,
};

/** Of two parts that stand side by side. */
function add(one: DocumentMeasure, other: DocumentMeasure): DocumentMeasure {
  return {
    depth: Math.max(one.depth, other.depth),
    listNesting: Math.max(one.listNesting, other.listNesting),
    selections: sum(one.selections, other.selections),
    aliases: sum(one.aliases, other.aliases),
    rootFields: sum(one.rootFields, other.rootFields),
    directives: sum(one.directives, other.directives),
  };
}

/** What fragments make exponential has more than a number can say: JSON has no infinity. */
function sum(one: number, other: number): number {
  return Math.min(one + other, Number.MAX_SAFE_INTEGER);
}
