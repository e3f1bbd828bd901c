import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../context.ts';

/**
 * Lets go of an operation's answer once it is written, and of the loaders that hold what it is made of.
 *
 * Apollo Server's gateway interface makes an object with accessors for each operation. V8 keeps the
 * hidden class of such an object, and whatever its accessors can reach, until a full collection, and
 * young ones copy it twice: a fifth of the time of a large answer.
 */
export function releaseResponsePlugin(): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      async willSendResponse({ response, contextValue }) {
        contextValue.atEnd.push(() => {
          Object.assign(response, { body: undefined });
          Object.assign(contextValue, { loaders: undefined, sentry: undefined });
        });
      },
    }),
  };
}
