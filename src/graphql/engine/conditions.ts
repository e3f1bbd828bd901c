import { BREAK, type DirectiveNode, type DocumentNode, type SelectionNode, visit } from 'graphql';
import { isIncluded } from '../../selection.ts';

type Variables = Readonly<Record<string, unknown>>;

/** The variables on which `@skip` and `@include` depend; null in a document without them. */
export function conditionsOf(document: DocumentNode): readonly string[] | null {
  let known = conditions.get(document);
  if (known === undefined) {
    known = findConditions(document);
    conditions.set(document, known);
  }
  return known;
}

const conditions = new WeakMap<DocumentNode, readonly string[] | null>();

function findConditions(document: DocumentNode): readonly string[] | null {
  const names = new Set<string>();
  let isConditional = false;
  visit(document, {
    Directive(directive: DirectiveNode) {
      if (directive.name.value === 'skip' || directive.name.value === 'include') {
        isConditional = true;
        visit(directive, {
          Variable({ name }) {
            names.add(name.value);
            return BREAK;
          },
        });
      }
    },
  });
  return isConditional ? [...names] : null;
}

/** The document without the selections that `@skip` and `@include` exclude with these variables. */
export function applyConditions(document: DocumentNode, variables: Variables): DocumentNode {
  if (conditionsOf(document) === null) {
    return document;
  }
  const apply = (node: SelectionNode) => {
    if (!node.directives?.length) {
      return undefined;
    }
    return isIncluded(node, variables) ? { ...node, directives: [] } : null;
  };
  return visit(document, { Field: apply, InlineFragment: apply, FragmentSpread: apply });
}
