import { GraphQLError, type ValidationRule } from 'graphql';

/** `sdl` is the whole schema, so `_service` is refused in the same way as Apollo Server refuses `__schema`. */
export const noServiceSdl: ValidationRule = (context) => ({
  Field(node) {
    if (node.name.value === '_service') {
      context.reportError(
        new GraphQLError(
          'Introspection is disabled, so only a router with the router secret may query `_service`.',
          { nodes: node },
        ),
      );
    }
  },
});
