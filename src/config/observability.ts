import { flag, oneOf } from './setting.ts';

export const OBSERVABILITY_SETTINGS = {
  logLevel: oneOf(
    'LOG_LEVEL',
    { choices: ['debug', 'info', 'warn', 'error', 'silent'], fallback: 'info' },
    'Lowest severity that is logged, to standard error as JSON; operations are logged as info',
  ),
  hasMetrics: flag('METRICS', true, 'Serve Prometheus metrics at `/metrics`'),
};
