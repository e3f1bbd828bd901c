import { oneOf } from './setting.ts';

/** What the embedded Sentry, the upstream where none is named, is like. */
export const EMBEDDED_SETTINGS = {
  dialect: oneOf(
    'EMBEDDED_DIALECT',
    {
      choices: ['sentry-2024', 'sentry-2024-light', 'sentry-2025', 'sentry-today', 'glitchtip'],
      fallback: 'sentry-today',
    },
    'Kind of server that the demo server imitates; the gateway detects the kind of any other server itself',
  ),
};
