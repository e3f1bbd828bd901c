import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
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
import { isListField } from './field-cost.ts';

/** How large an operation is, whatever its variables; fragments count wherever they are spread. */
export interface DocumentMeasure {
  /** Fields inside one another; introspection, which has no data of Sentry's, is not counted. */
  readonly depth: number;
  /** Lists inside one another. */
  readonly listNesting: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly directives: number;
}

/**
 * Each fragment is measured once however often it is spread, so that the time is linear in the
 * document even where the operation it stands for is exponential.
 */
export function measureDocument(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): DocumentMeasure {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    }
  }
  const known = new Map<string, DocumentMeasure>();

  function measureFragment(name: string): DocumentMeasure {
    const fragment = fragments.get(name);
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
    const directives = node.directives?.length ?? 0;
    if (node.kind === Kind.FRAGMENT_SPREAD) {
      return add(measureFragment(node.name.value), { ...NOTHING, directives });
    }
    if (node.kind === Kind.INLINE_FRAGMENT) {
      const condition = node.typeCondition && schema.getType(node.typeCondition.name.value);
      return add(measureSelections(condition ?? type, node.selectionSet), {
        ...NOTHING,
        directives,
      });
    }
    return measureField(type, node, directives);
  }

  function measureField(
    type: GraphQLNamedType | undefined,
    node: FieldNode,
    directives: number,
  ): DocumentMeasure {
    const field =
      isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
    const below = measureSelections(field && getNamedType(field.type), node.selectionSet);
    return {
      depth: node.name.value.startsWith('__') ? 0 : 1 + below.depth,
      listNesting: below.listNesting + (field && isListField(field) ? 1 : 0),
      aliases: below.aliases + (node.alias ? 1 : 0),
      rootFields: 1,
      directives: below.directives + directives,
    };
  }

  return measureSelections(
    schema.getRootType(operation.operation) ?? undefined,
    operation.selectionSet,
  );
}

const NOTHING: DocumentMeasure = {
  depth: 0,
  listNesting: 0,
  aliases: 0,
  rootFields: 0,
  directives: 0,
};

/** Of two parts that stand side by side. */
function add(one: DocumentMeasure, other: DocumentMeasure): DocumentMeasure {
  return {
    depth: Math.max(one.depth, other.depth),
    listNesting: Math.max(one.listNesting, other.listNesting),
    aliases: one.aliases + other.aliases,
    rootFields: one.rootFields + other.rootFields,
    directives: one.directives + other.directives,
  };
}
