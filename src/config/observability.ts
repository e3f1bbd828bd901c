import { flag, oneOf } from './setting.ts';

export const OBSERVABILITY_SETTINGS = {
  logLevel: oneOf(
    'LOG_LEVEL',
    { choices: ['debug', 'info', 'warn', 'error', 'silent'], fallback: 'info' },
    'Lowest severity that is logged, to standard error; operations are logged as info',
  ),
  logFormat: oneOf(
    'LOG_FORMAT',
    { choices: ['auto', 'text', 'json'], fallback: 'auto' },
    'Format of log lines: `json` for programs, `text` for people, or `auto` for text on a terminal and JSON elsewhere',
  ),
  hasMetrics: flag('METRICS', true, 'Serve Prometheus metrics at `/metrics`'),
};
