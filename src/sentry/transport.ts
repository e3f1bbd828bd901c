import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';
import { type Dispatcher, errors as undiciErrors } from 'undici';
import { createDispatcher, DIRECT, type Network } from '../network/dispatcher.ts';
import { SentryError, toCancelled } from './errors.ts';
import type { Query, Send, SentryAnswer } from './exchange.ts';
import { parseLinkHeader } from './link-header.ts';
import { readRateLimit } from './rate-limit.ts';
import { toSentryError } from './refusal.ts';

export interface TransportOptions {
  /** Base URL of the server, with or without a path prefix, without `/api/0`. */
  readonly url: string;
  /** Longest wait for one whole answer. @default 15_000 */
  readonly timeoutMs?: number;
  /** Longest wait for a connection. @default 5_000 */
  readonly connectTimeoutMs?: number;
  /** Longest wait for an answer to begin. @default timeoutMs */
  readonly headersTimeoutMs?: number;
  /** Longest silence within a body. @default timeoutMs */
  readonly bodyTimeoutMs?: number;
  /** Largest body that is read, counted both as sent and as unpacked. @default 64 MiB */
  readonly maxBodyBytes?: number;
  /** Most requests under way at once, of all callers; further ones wait. @default 64 */
  readonly maxConnections?: number;
  /** How the server is reached. @default DIRECT */
  readonly network?: Network;
}

/** The HTTP connections to one Sentry server, shared by all operations. */
export interface Transport {
  readonly send: Send;
  close(): Promise<void>;
}

/** One HTTP exchange a request: no second try, nothing remembered. */
export function createTransport({
  url,
  timeoutMs = 15_000,
  connectTimeoutMs = 5_000,
  headersTimeoutMs = timeoutMs,
  bodyTimeoutMs = timeoutMs,
  maxBodyBytes = 64 * 1024 * 1024,
  maxConnections = 64,
  network = DIRECT,
}: TransportOptions): Transport {
  const { origin, pathname } = new URL(url);
  const prefix = `${pathname.replace(/\/+$/, '')}/api/0`;
  const dispatcher = createDispatcher({
    network,
    connectTimeoutMs,
    agent: {
      connections: maxConnections,
      headersTimeout: headersTimeoutMs,
      bodyTimeout: bodyTimeoutMs,
    },
  });

  return {
    async send({ token, signal, method, path, query, headers, change }) {
      const time = startTimer(timeoutMs, signal);
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
            ...headers,
            ...(change ? { 'content-type': 'application/json' } : {}),
          },
          body: change ? JSON.stringify(change) : null,
          signal: time.signal,
        });
        const bytes = await readBody(answer, maxBodyBytes);
        return toAnswer(answer, bytes);
      } catch (error) {
        throw toTransportError(error, { timeoutMs, cancelled: signal?.aborted ?? false });
      } finally {
        time.stop();
      }
    },
    close: () => dispatcher.destroy(),
  };
}

/**
 * A signal for one request. `AbortSignal.any` over `AbortSignal.timeout` is not used: on Node 20 such
 * a signal can be collected before it fires.
 */
function startTimer(timeoutMs: number, signal: AbortSignal | undefined) {
  const controller = new AbortController();
  const abort = () => controller.abort(signal?.reason);
  const timer = setTimeout(() => controller.abort(new DOMException('', 'TimeoutError')), timeoutMs);
  if (signal?.aborted) {
    abort();
  }
  signal?.addEventListener('abort', abort, { once: true });
  return {
    signal: controller.signal,
    stop() {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    },
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
  const header = (name: string) => headers[name]?.toString();
  if (statusCode < 200 || statusCode > 299) {
    throw toSentryError({ status: statusCode, header, text: bytes.toString() }, Date.now());
  }
  const rateLimit = readRateLimit(header, Date.now());
  if (bytes.length === 0 && statusCode !== 200) {
    return { body: null, links: {}, rateLimit };
  }
  try {
    return {
      body: JSON.parse(bytes.toString()),
      bytes: bytes.length,
      links: parseLinkHeader(headers['link']),
      hits: readCount(headers['x-hits']?.toString()),
      rateLimit,
    };
  } catch (cause) {
    const status = statusCode;
    throw new SentryError('badResponse', 'Sentry gave an answer that is not JSON.', {
      cause,
      status,
    });
  }
}

function readCount(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
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
    return toCancelled(error);
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
