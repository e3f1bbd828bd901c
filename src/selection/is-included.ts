import {
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  getDirectiveValues,
  type SelectionNode,
} from 'graphql';

/** Whether `@skip` and `@include` leave a selection in, with the operation's coerced variables. */
export function isIncluded(
  node: SelectionNode,
  variables: Readonly<Record<string, unknown>>,
): boolean {
  return (
    !node.directives?.length ||
    (getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] !== true &&
      getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] !== false)
  );
}
