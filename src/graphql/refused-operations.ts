import type { StartSteps } from '../operation-steps.ts';

/**
 * Marks the responses to operations that are refused before execution, because their status depends on the media
 * type (GraphQL over HTTP, 6.4), which Apollo Server chooses later. A request without a valid operation is
 * `BAD_REQUEST` and is not marked.
 */
export const markRefusedOperations: StartSteps = () => ({
  willSendResponse({ response: { body, http }, contextValue }) {
    const { status = 200 } = http;
    const code =
      body.kind === 'single' ? body.singleResult.errors?.[0]?.extensions?.['code'] : undefined;
    contextValue.result.isRefused = status >= 400 && status < 500 && code !== 'BAD_REQUEST';
  },
});
