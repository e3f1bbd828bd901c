import { flag, readEnv, refuse, type Setting, text, wholeNumber } from './setting.ts';

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
