import type { StartSteps } from '../operation-steps.ts';

/**
 * Drops the references to a response and to the loaders once the response is written.
 *
 * Apollo Server's gateway interface makes an object with accessors for each operation. V8 keeps the
 * hidden class of such an object, and everything that its accessors reach, until a full garbage
 * collection. Young-generation collections copy all of that twice: a fifth of the processor time of a
 * large response.
 */
export const releaseResponse: StartSteps = () => ({
  willSendResponse({ response, contextValue }) {
    contextValue.atEnd.push(() => {
      Object.assign(response, { body: undefined });
      Object.assign(contextValue, { loaders: undefined, sentry: undefined });
    });
  },
});
