import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  Kind,
  type NamedTypeNode,
  type OperationDefinitionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/**
 * For how many seconds the result of a query may be cached: the shortest `@cacheControl(maxAge:)` of its fields and
 * their types, by the rules of Apollo Server's own plugin, which instruments every field resolver. An object without
 * a hint may not be cached. Skipped fields and all fragments of the document count, so that it is measured once.
 */
export function maxAgeOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): number {
  let maxAge = maxAges.get(operation);
  if (maxAge === undefined) {
    maxAge = measure(schema, document, operation);
    maxAges.set(operation, maxAge);
  }
  return maxAge;
}

const maxAges = new WeakMap<OperationDefinitionNode, number>();

function measure(
  schema: GraphQLSchema,
  { definitions }: DocumentNode,
  operation: OperationDefinitionNode,
): number {
  const typeInfo = new TypeInfo(schema);
  const root = schema.getQueryType();
  let shortest = INHERITED;

  function restrict(hint: number | undefined): void {
    shortest = Math.min(shortest, hint ?? 0);
  }

  function readTypeCondition(condition: NamedTypeNode | undefined): void {
    const type = condition && schema.getType(condition.name.value);
    if (isObjectType(type) && type !== root) {
      restrict(hintOf(type));
    }
  }

  function readField({ name }: FieldNode): false | undefined {
    if (name.value.startsWith('__')) {
      return false;
    }
    const field = typeInfo.getFieldDef();
    const type = field && getNamedType(field.type);
    const parent = typeInfo.getParentType();
    const needsHint = isObjectType(type) || (parent === root && isLeafType(type));
    restrict(hintOf(field) ?? hintOf(type) ?? (needsHint ? 0 : INHERITED));
    if (isAbstractType(parent)) {
      for (const possible of schema.getPossibleTypes(parent)) {
        restrict(hintOf(possible));
      }
    }
    return undefined;
  }

  visit(
    {
      kind: Kind.DOCUMENT,
      definitions: [
        operation,
        ...definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION),
      ],
    } satisfies DocumentNode,
    visitWithTypeInfo(typeInfo, {
      [Kind.FIELD]: readField,
      [Kind.INLINE_FRAGMENT]: ({ typeCondition }) => readTypeCondition(typeCondition),
      [Kind.FRAGMENT_DEFINITION]: ({ typeCondition }) => readTypeCondition(typeCondition),
    }),
  );
  return shortest === INHERITED ? 0 : shortest;
}

/** The lifetime of the parent. */
const INHERITED = Number.POSITIVE_INFINITY;

type Hinted = {
  readonly astNode?: { readonly directives?: readonly ConstDirectiveNode[] } | null;
};

/** Undefined without a hint. */
function hintOf(hinted: unknown): number | undefined {
  const { astNode } = (hinted ?? {}) as Hinted;
  const directive = astNode?.directives?.find(({ name }) => name.value === 'cacheControl');
  const value = directive?.arguments?.find(({ name }) => name.value === 'maxAge')?.value;
  return directive && (value?.kind === Kind.INT ? Number(value.value) : INHERITED);
}
