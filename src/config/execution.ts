import { oneOf, type Values } from './setting.ts';

export const EXECUTION_SETTINGS = {
  engine: oneOf(
    'EXECUTION',
    { choices: ['projected', 'graphql-js'], fallback: 'projected' },
    'Execution engine: `projected` writes the parts of a response that only read upstream JSON with one generated function each, `graphql-js` resolves every field',
  ),
  responseCache: oneOf(
    'RESPONSE_CACHE',
    { choices: ['on', 'off'], fallback: 'on' },
    'Serve a repeated request from the cache, without executing it, while all its data is fresh; needs `CACHE=on`',
  ),
};

export type ExecutionConfig = Values<typeof EXECUTION_SETTINGS>;
