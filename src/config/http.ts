import { flag, refuse, type Setting, text, textOf, wholeNumber } from './setting.ts';

/** Whose pages Apollo Sandbox is, on its own site and in the page of `/graphql`. */
const SANDBOX_ORIGINS = [
  'https://studio.apollographql.com',
  'https://sandbox.embed.apollographql.com',
] as const;

const corsOrigins: Setting<readonly string[]> = {
  name: 'CORS_ORIGINS',
  meaning: 'Origins whose pages may send operations from a browser, with commas between them',
  fallback: `${SANDBOX_ORIGINS.join(',')}; in production none`,
  takes: 'origins such as https://app.example.com, with commas between them',
  read(env) {
    const given = textOf(env, this.name);
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

/** Where and how the gateway listens. */
export const HTTP_SETTINGS = {
  host: text('HOST', '127.0.0.1', 'Address to listen on'),
  port: wholeNumber(
    'PORT',
    { fallback: 4_000, min: 0, max: 65_535 },
    'Port to listen on; 0 picks a free one and prints it',
  ),
  maxRequestBytes: wholeNumber(
    'MAX_REQUEST_BYTES',
    { fallback: 1024 * 1024, min: 1_024, max: 64 * 1024 * 1024 },
    'Largest body of a request that is read',
  ),
  requestTimeoutMs: wholeNumber(
    'REQUEST_TIMEOUT_MS',
    { fallback: 30_000, min: 100, max: 600_000 },
    'Longest wait for a whole request to arrive, in milliseconds',
  ),
  corsOrigins,
  isCompressing: flag('COMPRESSION', true, 'Compress answers for callers that take it'),
};
