import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  parse,
  type TypeNode,
  visit,
} from 'graphql';

/**
 * Adds the directives that make routers with demand control count requests to Sentry. Without them, an object weighs
 * 1, and a list has as many items as the router's configuration says. `@cost` is not allowed on interfaces and
 * unions, so it is added to the fields that return them. The root types belong to all subgraphs and get none.
 */
export function withDefaultCosts(typeDefs: DocumentNode): DocumentNode {
  const abstract = namesOf(typeDefs, (kind) =>
    [Kind.INTERFACE_TYPE_DEFINITION, Kind.UNION_TYPE_DEFINITION].includes(kind as never),
  );
  const connections = connectionsOf(typeDefs);
  return visit(typeDefs, {
    [Kind.OBJECT_TYPE_DEFINITION]: {
      leave: (type) =>
        ROOTS.has(type.name.value) || has(type, 'cost')
          ? undefined
          : { ...type, directives: [...(type.directives ?? []), NO_COST] },
    },
    [Kind.FIELD_DEFINITION](field, _key, _parent, _path, ancestors) {
      const owner = ancestors.findLast((each): each is DefinitionNode => 'kind' in each);
      const isSized = owner && 'name' in owner && connections.has(owner.name?.value ?? '');
      const added = [
        ...(abstract.has(nameOf(field.type)) && !has(field, 'cost') ? [NO_COST] : []),
        ...(isList(field.type) && !isSized && !has(field, 'listSize') ? [ONE_ITEM] : []),
      ];
      return added.length === 0
        ? undefined
        : { ...field, directives: [...(field.directives ?? []), ...added] };
    },
  });
}

const ROOTS: ReadonlySet<string> = new Set(['Query', 'Mutation']);
const NO_COST = directive('@cost(weight: 0)');
/** Such a list arrives inside its parent, and has no field below it that takes a request for each item. */
const ONE_ITEM = directive('@listSize(assumedSize: 1)');

function directive(text: string): ConstDirectiveNode {
  const [definition] = parse(`scalar A ${text}`, { noLocation: true }).definitions;
  const [only] = (definition && 'directives' in definition && definition.directives) || [];
  if (!only) {
    throw new Error(`${text} is not a directive.`);
  }
  return only as ConstDirectiveNode;
}

function has(
  { directives = [] }: { readonly directives?: readonly ConstDirectiveNode[] },
  name: string,
): boolean {
  return directives.some((each) => each.name.value === name);
}

function namesOf(
  { definitions }: DocumentNode,
  isWanted: (kind: string) => boolean,
): ReadonlySet<string> {
  return new Set(
    definitions.flatMap((each) =>
      isWanted(each.kind) && 'name' in each && each.name ? [each.name.value] : [],
    ),
  );
}

/** Types with lists that have their size from the arguments of the field that returns them. */
function connectionsOf(typeDefs: DocumentNode): ReadonlySet<string> {
  const found = new Set<string>();
  visit(typeDefs, {
    [Kind.FIELD_DEFINITION]({ type, directives = [] }: FieldDefinitionNode) {
      const listSize = directives.find(({ name }) => name.value === 'listSize');
      if (listSize?.arguments?.some(({ name }) => name.value === 'sizedFields')) {
        found.add(nameOf(type));
      }
    },
  });
  return found;
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}

function isList(type: TypeNode): boolean {
  return type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && isList(type.type));
}
