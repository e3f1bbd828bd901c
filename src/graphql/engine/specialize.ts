import { BREAK, type DirectiveNode, type DocumentNode, type SelectionNode, visit } from 'graphql';
import { isIncluded } from '../../selection.ts';

type Variables = Readonly<Record<string, unknown>>;

/** The variables that decide what of a document is left out, or null if `@skip` and `@include` are not in it. */
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

/**
 * The document as it is for these variables: what `@skip` or `@include` leave out is gone. So no
 * compiled code has to decide it, and look-ahead sees only what is selected.
 */
export function specialize(document: DocumentNode, variables: Variables): DocumentNode {
  if (conditionsOf(document) === null) {
    return document;
  }
  const judge = (node: SelectionNode) => {
    if (!node.directives?.length) {
      return undefined;
    }
    return isIncluded(node, variables) ? { ...node, directives: [] } : null;
  };
  return visit(document, { Field: judge, InlineFragment: judge, FragmentSpread: judge });
}
