import {
  type DocumentNode,
  type FieldDefinitionNode,
  type FieldNode,
  isTypeDefinitionNode,
  isTypeExtensionNode,
  Kind,
  type NamedTypeNode,
  parse,
  visit,
} from 'graphql';
import { type Prefixes, ROOT_TYPES, toSchemaRootField, toSchemaType } from '../prefixes.ts';
import { withReadingOf } from '../resolvers/fields.ts';
import type { ResolversByType, ResolversOfType } from './resolver-map.ts';

/** SDL with prefixed types and root fields. */
export function prefixTypeDefs(typeDefs: DocumentNode, prefixes: Prefixes): DocumentNode {
  return visit(typeDefs, {
    enter(node) {
      if (node.kind === Kind.NAMED_TYPE) {
        return withName(node, toSchemaType(node.name.value, prefixes));
      }
      if (!isTypeDefinitionNode(node) && !isTypeExtensionNode(node)) {
        return undefined;
      }
      const renamed = withName(node, toSchemaType(node.name.value, prefixes));
      return ROOT_TYPES.has(node.name.value) && 'fields' in node
        ? {
            ...renamed,
            fields: (node.fields as readonly FieldDefinitionNode[] | undefined)?.map((field) =>
              withName(field, toSchemaRootField(field.name.value, prefixes)),
            ),
          }
        : renamed;
    },
  });
}

type Named = { readonly name: { readonly value: string } };

function withName<Node extends Named>(node: Node, value: string): Node {
  return { ...node, name: { ...node.name, value } };
}

/** Resolvers for prefixed SDL, by prefixed names. The resolvers themselves know only names without prefixes. */
export function prefixResolvers(map: ResolversByType, prefixes: Prefixes): ResolversByType {
  return Object.fromEntries(
    Object.entries(map).map(([type, ofType]) => {
      const named = ROOT_TYPES.has(type)
        ? prefixRootFields(ofType, prefixes)
        : prefixResolvedType(ofType, prefixes);
      return [toSchemaType(type, prefixes), named];
    }),
  );
}

type Resolve = (parent: unknown, args: unknown, context: unknown, info: object) => unknown;

/** Look-ahead needs the prefix for the types that global IDs and representations name. */
function prefixRootFields(fields: ResolversOfType, prefixes: Prefixes): ResolversOfType {
  const { typePrefix } = prefixes;
  return Object.fromEntries(
    Object.entries(fields).map(([name, resolve]) => {
      const withPrefix: Resolve = (parent, args, context, info) =>
        (resolve as Resolve)(parent, args, context, { ...info, typePrefix });
      return [toSchemaRootField(name, prefixes), withPrefix];
    }),
  );
}

function prefixResolvedType(ofType: ResolversOfType, prefixes: Prefixes): ResolversOfType {
  const { __resolveType: resolveType } = ofType;
  if (typeof resolveType !== 'function') {
    return ofType;
  }
  const withPrefix = (...given: readonly unknown[]) =>
    toSchemaType(String(resolveType(...given)), prefixes);
  return { ...ofType, __resolveType: withReadingOf(resolveType, withPrefix) };
}

/** The text of an operation with prefixed types and root fields; comments and line breaks are kept. */
export function prefixOperation(text: string, prefixes: Prefixes): string {
  const renamed: { readonly node: FieldNode | NamedTypeNode; readonly to: string }[] = [];
  visit(parse(text), {
    [Kind.NAMED_TYPE]: (node) => {
      renamed.push({ node, to: toSchemaType(node.name.value, prefixes) });
    },
    [Kind.OPERATION_DEFINITION]: ({ selectionSet: { selections } }) => {
      for (const node of selections) {
        if (node.kind === Kind.FIELD) {
          renamed.push({ node, to: toSchemaRootField(node.name.value, prefixes) });
        }
      }
    },
  });
  const places = renamed.map(({ node: { name }, to }) => ({
    from: name.loc?.start ?? 0,
    name,
    to,
  }));
  return places
    .sort((one, other) => other.from - one.from)
    .reduce(
      (result, { from, name: { value }, to }) =>
        result.slice(0, from) + to + result.slice(from + value.length),
      text,
    );
}
