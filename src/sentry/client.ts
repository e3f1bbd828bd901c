import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';
import { Agent, type Dispatcher, errors as undiciErrors } from 'undici';
import { SentryError } from './errors.ts';
import type { Json, JsonObject } from './json.ts';
import { type Links, parseLinkHeader } from './link-header.ts';
import { toSentryError } from './refusal.ts';

export interface SentryUpstreamOptions {
  /** Base URL of the server, with or without a path prefix, without `/api/0`. */
  readonly url: string;
  /** Longest wait for one whole answer. @default 15_000 */
  readonly timeoutMs?: number;
  /** Largest body that is read, counted both as sent and as unpacked. @default 64 MiB */
  readonly maxBodyBytes?: number;
  /** Most requests under way at once, of all callers; further ones wait. @default 64 */
  readonly maxConnections?: number;
}

/** One Sentry server: its connections, shared by all operations. */
export interface SentryUpstream {
  /** A client that speaks for one caller, for as long as `signal` lets it. */
  clientFor(caller: SentryCaller): SentryClient;
  close(): Promise<void>;
}

export interface SentryCaller {
  readonly token: string | null;
  readonly signal?: AbortSignal;
}

export type Query = Readonly<Record<string, string | number | readonly string[] | undefined>>;

export interface SentryAnswer {
  readonly body: Json;
  readonly links: Links;
}

export interface SentryClient {
  /**
   * Reads below `/api/0`. `path` comes from the `path` tag.
   * @throws SentryError for whatever is not a whole JSON answer.
   */
  get(path: string, query?: Query): Promise<SentryAnswer>;
  /**
   * Changes something below `/api/0`. It goes on when the client leaves: half a change helps nobody.
   * @throws SentryError as `get` does; an empty answer is one, with null for a body.
   */
  put(path: string, query: Query, change?: JsonObject): Promise<SentryAnswer>;
}

interface UpstreamRequest {
  readonly method: 'GET' | 'PUT';
  readonly path: string;
  readonly query: Query;
  readonly change?: JsonObject | undefined;
}

const CONNECT_TIMEOUT_MS = 5_000;

export function createSentryUpstream({
  url,
  timeoutMs = 15_000,
  maxBodyBytes = 64 * 1024 * 1024,
  maxConnections = 64,
}: SentryUpstreamOptions): SentryUpstream {
  const { origin, pathname } = new URL(url);
  const prefix = `${pathname.replace(/\/+$/, '')}/api/0`;
  const dispatcher = new Agent({
    connections: maxConnections,
    connect: { timeout: CONNECT_TIMEOUT_MS },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  });

  async function send(
    { token, signal }: SentryCaller,
    { method, path, query, change }: UpstreamRequest,
  ): Promise<SentryAnswer> {
    if (token === null) {
      throw new SentryError(
        'unauthenticated',
        'A Sentry token is needed: send it as `Authorization: Bearer <token>`.',
      );
    }
    const deadline = AbortSignal.timeout(timeoutMs);
    try {
      const answer = await dispatcher.request({
        origin,
        path: `${prefix}${path}${toSearch(query)}`,
        method,
        headers: {
          authorization: `Bearer ${token}`,
          accept: 'application/json',
          'accept-encoding': 'gzip, br',
          'user-agent': 'sentry-graphql',
          ...(change ? { 'content-type': 'application/json' } : {}),
        },
        body: change ? JSON.stringify(change) : null,
        signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
      });
      const bytes = await readBody(answer, maxBodyBytes);
      return toAnswer(answer, bytes);
    } catch (error) {
      throw toTransportError(error, { timeoutMs, cancelled: signal?.aborted ?? false });
    }
  }

  return {
    clientFor: (caller) => ({
      get: (path, query = {}) => send(caller, { method: 'GET', path, query }),
      put: (path, query, change) =>
        send({ token: caller.token }, { method: 'PUT', path, query, change }),
    }),
    close: () => dispatcher.destroy(),
  };
}

/** Query text, with a key again for each of several values, as Sentry reads them. */
function toSearch(query: Query): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const item of Array.isArray(value) ? value : value === undefined ? [] : [value]) {
      search.append(key, String(item));
    }
  }
  return search.size === 0 ? '' : `?${search}`;
}

function toAnswer({ statusCode, headers }: Dispatcher.ResponseData, bytes: Buffer): SentryAnswer {
  if (statusCode < 200 || statusCode > 299) {
    const header = (name: string) => headers[name]?.toString();
    throw toSentryError({ status: statusCode, header, text: bytes.toString() }, Date.now());
  }
  if (bytes.length === 0 && statusCode !== 200) {
    return { body: null, links: {} };
  }
  try {
    return { body: JSON.parse(bytes.toString()), links: parseLinkHeader(headers['link']) };
  } catch (cause) {
    throw new SentryError('badResponse', 'Sentry gave an answer that is not JSON.', { cause });
  }
}

/** Reads a body whole, unpacked and bounded both packed and unpacked. */
async function readBody(
  { body, headers }: Dispatcher.ResponseData,
  maxBodyBytes: number,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as Readable as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBodyBytes) {
      throw tooLarge(maxBodyBytes);
    }
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks, size);
  const unpack = UNPACKERS[headers['content-encoding']?.toString() ?? 'identity'];
  if (!unpack) {
    throw new SentryError('badResponse', 'Sentry gave an answer in an encoding nobody asked for.');
  }
  try {
    return size === 0 ? bytes : await unpack(bytes, { maxOutputLength: maxBodyBytes });
  } catch (cause) {
    throw cause instanceof RangeError
      ? tooLarge(maxBodyBytes)
      : new SentryError('badResponse', 'Sentry gave an answer that cannot be unpacked.', { cause });
  }
}

const UNPACKERS: Record<
  string,
  ((bytes: Buffer, limit: { maxOutputLength: number }) => Promise<Buffer>) | undefined
> = {
  identity: async (bytes) => bytes,
  gzip: promisify(gunzip),
  br: promisify(brotliDecompress),
};

function tooLarge(maxBodyBytes: number): SentryError {
  return new SentryError(
    'badResponse',
    `Sentry gave an answer of more than ${maxBodyBytes} bytes, which is the limit.`,
  );
}

function toTransportError(
  error: unknown,
  { timeoutMs, cancelled }: { readonly timeoutMs: number; readonly cancelled: boolean },
): SentryError {
  if (error instanceof SentryError) {
    return error;
  }
  if (cancelled) {
    return new SentryError('cancelled', 'The client left before the answer.', { cause: error });
  }
  if (isTimeout(error)) {
    return new SentryError('timeout', `Sentry did not answer within ${timeoutMs} ms.`, {
      cause: error,
    });
  }
  return new SentryError('unavailable', 'Sentry cannot be reached.', { cause: error });
}

function isTimeout(error: unknown): boolean {
  return (
    error instanceof undiciErrors.HeadersTimeoutError ||
    error instanceof undiciErrors.BodyTimeoutError ||
    error instanceof undiciErrors.ConnectTimeoutError ||
    (error instanceof Error && error.name === 'TimeoutError')
  );
}
