import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../context.ts';
import type { StartSteps } from '../operation-steps.ts';

/**
 * One plugin of Apollo Server for the steps of several parts, which are taken in their order. Apollo Server awaits each
 * of its eight hooks for each plugin: with a plugin for each part, an operation had a hundred promises more.
 */
export function createOperationPlugin(parts: readonly StartSteps[]): ApolloServerPlugin<Context> {
  return {
    async requestDidStart(start) {
      const all = parts.map((part) => part(start));
      return {
        async didResolveSource(at) {
          for (const steps of all) {
            steps.didResolveSource?.(at);
          }
        },
        async validationDidStart(at) {
          for (const steps of all) {
            steps.willValidate?.(at);
          }
          return async (errors) => {
            for (const steps of errors ? [] : all) {
              steps.didValidate?.(at);
            }
          };
        },
        async didResolveOperation(at) {
          for (const steps of all) {
            steps.didResolveOperation?.(at);
          }
        },
        async didEncounterErrors(at) {
          for (const steps of all) {
            steps.didEncounterErrors?.(at);
          }
        },
        async willSendResponse(at) {
          for (const steps of all) {
            steps.willSendResponse?.(at);
          }
        },
      };
    },
  };
}
