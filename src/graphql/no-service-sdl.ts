import { GraphQLError, type ValidationRule } from 'graphql';

/** Refuses `_service`, whose `sdl` is the whole schema, as Apollo Server refuses `__schema`. */
export const noServiceSdl: ValidationRule = (context) => ({
  Field(node) {
    if (node.name.value === '_service') {
      context.reportError(
        new GraphQLError(
          'Introspection is disabled, so `_service` is served to a router alone, by its secret.',
          { nodes: node },
        ),
      );
    }
  },
});
