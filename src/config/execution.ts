import { oneOf, type Values, wholeNumber } from './setting.ts';

export const EXECUTION_SETTINGS = {
  engine: oneOf(
    'EXECUTION',
    { choices: ['jit', 'graphql-js'], fallback: 'jit' },
    'Execution engine: `jit` compiles an operation that is received a second time, `graphql-js` interprets every operation',
  ),
  compiledOperations: wholeNumber(
    'COMPILED_OPERATIONS',
    { fallback: 500, min: 1, max: 100_000 },
    'Maximum number of compiled operations that are kept',
  ),
};

export type ExecutionConfig = Values<typeof EXECUTION_SETTINGS>;
