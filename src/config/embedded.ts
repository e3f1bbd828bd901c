import { flag, oneOf } from './setting.ts';

/** The demo server, which is used if no Sentry server is set. */
export const EMBEDDED_SETTINGS = {
  isAllowed: flag(
    'DEMO',
    true,
    'Use the demo server, with built-in data, if no Sentry server is set; if false, the gateway refuses to start instead',
    { inProduction: false },
  ),
  rateLimits: oneOf(
    'EMBEDDED_RATE_LIMITS',
    { choices: ['off', 'sentry.io'], fallback: 'off' },
    'Rate limits of the demo server: `off` for none, as on a self-hosted Sentry, or those of sentry.io',
  ),
  dialect: oneOf(
    'EMBEDDED_DIALECT',
    {
      choices: [
        'sentry-2023',
        'sentry-2024',
        'sentry-2024-light',
        'sentry-2025',
        'sentry-2026',
        'sentry-2026-09',
        'glitchtip',
      ],
      fallback: 'sentry-2026-09',
    },
    'Kind of server that the demo server imitates; the gateway detects the kind of any other server itself',
  ),
};
