import { flag, oneOf } from './setting.ts';

/** What the operator is told. */
export const OBSERVABILITY_SETTINGS = {
  logLevel: oneOf(
    'LOG_LEVEL',
    { choices: ['debug', 'info', 'warn', 'error', 'silent'], fallback: 'info' },
    'Least severe line of the log, which goes to standard error as JSON; an operation is an info',
  ),
  hasMetrics: flag('METRICS', true, 'Serve Prometheus metrics at /metrics'),
};
