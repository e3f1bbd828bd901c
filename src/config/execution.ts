import { oneOf, type Values, wholeNumber } from './setting.ts';

/** How operations are executed. */
export const EXECUTION_SETTINGS = {
  engine: oneOf(
    'EXECUTION',
    { choices: ['jit', 'graphql-js'], fallback: 'jit' },
    'What executes operations: `jit` compiles each that comes a second time, `graphql-js` interprets',
  ),
  compiledOperations: wholeNumber(
    'COMPILED_OPERATIONS',
    { fallback: 500, min: 1, max: 100_000 },
    'Most compiled operations that are kept',
  ),
};

export type ExecutionConfig = Values<typeof EXECUTION_SETTINGS>;
