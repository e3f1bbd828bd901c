import {
  flag,
  oneOf,
  readEnv,
  refuse,
  type Setting,
  text,
  type Values,
  wholeNumber,
} from './setting.ts';

/** Apollo Sandbox, on its own site and embedded in the page of `/graphql`. */
const SANDBOX_ORIGINS = [
  'https://studio.apollographql.com',
  'https://sandbox.embed.apollographql.com',
] as const;

const corsOrigins: Setting<readonly string[]> = {
  name: 'CORS_ORIGINS',
  description: 'Origins whose web pages may send operations from a browser',
  fallback: `${SANDBOX_ORIGINS.join(',')}; in production none`,
  expected: 'origins separated by commas, such as https://app.example.com',
  read(env) {
    const given = readEnv(env, this.name);
    if (given === null) {
      return env['NODE_ENV'] === 'production' ? [] : SANDBOX_ORIGINS;
    }
    const origins = given.split(',').map((origin) => origin.trim());
    return origins.every(isOrigin) ? origins : refuse(this, given);
  },
};

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:/.test(text) && new URL(text).origin === text;
}

export const HTTP_SETTINGS = {
  host: text('HOST', '127.0.0.1', 'Network address to listen on'),
  port: wholeNumber(
    'PORT',
    { fallback: 4_000, min: 0, max: 65_535 },
    'Port to listen on; 0 chooses a free port and prints it',
  ),
  maxRequestBytes: wholeNumber(
    'MAX_REQUEST_BYTES',
    { fallback: 1024 * 1024, min: 1_024, max: 64 * 1024 * 1024 },
    'Maximum size of a request body, in bytes',
  ),
  requestTimeoutMs: wholeNumber(
    'REQUEST_TIMEOUT_MS',
    { fallback: 30_000, min: 100, max: 600_000 },
    'Maximum time for a whole request to arrive, in milliseconds',
  ),
  corsOrigins,
  isCompressing: flag('COMPRESSION', true, 'Compress responses for callers that accept it'),
};

export const LOAD_SETTINGS = {
  maxInFlight: wholeNumber(
    'MAX_REQUESTS_IN_FLIGHT',
    { fallback: 512, min: 1, max: 100_000 },
    'Maximum number of operations in progress; further ones get status 503',
  ),
  maxEventLoopDelayMs: wholeNumber(
    'MAX_EVENT_LOOP_DELAY_MS',
    { fallback: 1_000, min: 0, max: 60_000 },
    'Mean event loop delay over one second above which new operations get status 503, in milliseconds; 0 disables this limit',
  ),
  maxPendingBodies: wholeNumber(
    'MAX_PENDING_BODIES',
    { fallback: 512, min: 1, max: 100_000 },
    'Maximum number of request bodies that have not arrived as a whole; the oldest beyond it is answered 408',
  ),
  maxPendingBodyBytes: wholeNumber(
    'MAX_PENDING_BODY_BYTES',
    { fallback: 32 * 1024 * 1024, min: 1_024, max: 1024 * 1024 * 1024 },
    'Maximum size of all request bodies that have not arrived as a whole, in bytes; the oldest beyond it is answered 408',
  ),
  responseTimeoutMs: wholeNumber(
    'RESPONSE_TIMEOUT_MS',
    { fallback: 30_000, min: 100, max: 600_000 },
    'Maximum time in which a caller has to read a response, in milliseconds; after it the connection is closed',
  ),
  maxUnsentBytes: wholeNumber(
    'MAX_UNSENT_BYTES',
    { fallback: 32 * 1024 * 1024, min: 1_024, max: 1024 * 1024 * 1024 },
    'Maximum size of all responses that callers have not read, in bytes; beyond it, connections that have not read one for a second are closed, and large responses to queries wait',
  ),
  shutdownDelayMs: wholeNumber(
    'SHUTDOWN_DELAY_MS',
    { fallback: 0, min: 0, max: 600_000 },
    'After a stop signal, how long `/readyz` reports not ready while new connections are still accepted, in milliseconds',
  ),
  shutdownGraceMs: wholeNumber(
    'SHUTDOWN_GRACE_MS',
    { fallback: 10_000, min: 0, max: 600_000 },
    'After `SHUTDOWN_DELAY_MS`, how long operations in progress may take to finish, in milliseconds',
  ),
};

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

export const EXPLORER_SETTINGS = {
  triage: oneOf(
    'TRIAGE',
    { choices: ['on', 'off'], fallback: 'on', inProduction: 'off' },
    'Serve `/triage`, a web page to review, compare and unmerge the hashes of an issue',
  ),
  kind: oneOf(
    'EXPLORER',
    { choices: ['sandbox', 'graphiql', 'off'], fallback: 'sandbox', inProduction: 'off' },
    'Web page that `/graphql` shows in a browser: Apollo Sandbox, which the browser loads from the internet, or the bundled GraphiQL; unless off, `/graphiql` serves GraphiQL in both cases',
  ),
};

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
