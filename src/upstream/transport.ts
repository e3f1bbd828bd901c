import type { NetworkConfig } from '../config/network.ts';
import { takeTurn } from '../event-loop.ts';
import { BodyMemory } from '../network/body-memory.ts';
import { createDispatcher, DIRECT } from '../network/dispatcher.ts';
import {
  BodyTooLarge,
  isOk,
  isTimeout,
  sendHttpRequest,
  type WholeResponse,
} from '../network/http-request.ts';
import { SentryError, toCancelled } from '../sentry/errors.ts';
import { asInt } from '../sentry/json.ts';
import { parseLinkHeader } from '../sentry/link-header.ts';
import { renderPath } from '../sentry/path.ts';
import { readRateLimit } from '../sentry/rate-limit.ts';
import type { SendRequest, SentryAnswer, SentryRequest } from '../sentry/request.ts';
import { readInTurn } from './body-turns.ts';
import { ACCEPTED_ENCODINGS, decodeBody } from './content-encoding.ts';
import { readBody } from './read-body.ts';
import { toSentryError } from './refusal.ts';

export interface TransportOptions {
  /** Base URL of the server, with or without a path prefix, without `/api/0`. */
  readonly url: string;
  /** Until the end of the response body. @default 15_000 */
  readonly timeoutMs?: number;
  /** @default 5_000 */
  readonly connectTimeoutMs?: number;
  /** @default timeoutMs */
  readonly headersTimeoutMs?: number;
  /** Between two parts of a body. @default timeoutMs */
  readonly bodyTimeoutMs?: number;
  /** For a body as sent and decompressed. @default 64 MiB */
  readonly maxBodyBytes?: number;
  /** @default DIRECT */
  readonly network?: NetworkConfig;
}

/** The HTTP connections to one Sentry server, shared by all operations. */
interface Transport {
  readonly send: SendRequest;
  close(): Promise<void>;
}

/** Maximum requests in flight, of all callers; further ones wait. */
const MAX_CONNECTIONS = 64;

/** Sentry's refusals are one or two sentences; a proxy in front of it may send a page. */
const MAX_REFUSAL_BYTES = 64 * 1024;

/** Sends each request once, without retries and cache. */
export function createTransport({
  url,
  timeoutMs = 15_000,
  connectTimeoutMs = 5_000,
  headersTimeoutMs = timeoutMs,
  bodyTimeoutMs = timeoutMs,
  maxBodyBytes = 64 * 1024 * 1024,
  network = DIRECT,
}: TransportOptions): Transport {
  const { origin, pathname } = new URL(url);
  const prefix = `${pathname.replace(/\/+$/, '')}/api/0`;
  const dispatcher = createDispatcher({
    network,
    connectTimeoutMs,
    agent: {
      connections: MAX_CONNECTIONS,
      headersTimeout: headersTimeoutMs,
      bodyTimeout: bodyTimeoutMs,
    },
  });

  return {
    async send(request) {
      const { endpoint, token, signal, headers, change } = request;
      const path = `${prefix}${renderPath(endpoint, request.params)}${renderQuery(request)}`;
      refuseLongPath(path);
      const sentAtMs = performance.now();
      const memory = new BodyMemory();
      try {
        const response = await sendHttpRequest(
          dispatcher,
          {
            origin,
            path,
            method: endpoint.method,
            headers: {
              authorization: `Bearer ${token}`,
              accept: 'application/json',
              'accept-encoding': ACCEPTED_ENCODINGS,
              'user-agent': 'sentry-graphql',
              ...headers,
              ...(change ? { 'content-type': 'application/json' } : {}),
            },
            body: change ? JSON.stringify(change) : null,
          },
          {
            timeoutMs,
            maxBytes: maxBodyBytes,
            maxRefusalBytes: MAX_REFUSAL_BYTES,
            memory,
            signal,
          },
        );
        const durationMs = performance.now() - sentAtMs;
        if (!isOk(response)) {
          throw await toRefusal(response);
        }
        return await toAnswer(response, request, { maxBodyBytes, durationMs });
      } catch (error) {
        throw toTransportError(error, { timeoutMs, maxBodyBytes }, signal?.aborted ?? false);
      } finally {
        memory.release();
      }
    },
    close: () => dispatcher.destroy(),
  };
}

/**
 * Sentry repeats the URL twice in its `Link` header, and Node reads at most 16 KiB of headers: a longer URL
 * would fail as if the server were unreachable, and open the circuit breaker for all callers.
 */
const MAX_PATH_LENGTH = 7_000;

function refuseLongPath({ length }: string): void {
  if (length > MAX_PATH_LENGTH) {
    throw new SentryError(
      'refused',
      `The URL of this request to Sentry would have ${length} characters; the limit is ${MAX_PATH_LENGTH}. Use a shorter search.`,
      { wasSent: false },
    );
  }
}

/** Repeats a key for each of several values. */
function renderQuery({ endpoint, query, ids }: SentryRequest): string {
  const whole = ids && endpoint.idsToQuery ? { ...query, ...endpoint.idsToQuery(ids) } : query;
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(whole)) {
    for (const item of Array.isArray(value) ? value : value === undefined ? [] : [value]) {
      search.append(key, String(item));
    }
  }
  return search.size === 0 ? '' : `?${search}`;
}

async function toRefusal({ statusCode, headers, bytes }: WholeResponse): Promise<SentryError> {
  const text = await decodeBody(bytes, contentEncodingOf(headers), MAX_REFUSAL_BYTES).then(
    (decoded) => decoded.toString(),
    // If the body cannot be decoded, the status is enough.
    () => '',
  );
  return toSentryError(
    { status: statusCode, header: (name) => headers[name]?.toString(), text },
    Date.now(),
  );
}

async function toAnswer(
  { statusCode, headers, bytes: encoded }: WholeResponse,
  { endpoint, operation, signal, receiveBody }: SentryRequest,
  { maxBodyBytes, durationMs }: { readonly maxBodyBytes: number; readonly durationMs: number },
): Promise<SentryAnswer> {
  const encoding = contentEncodingOf(headers);
  // Reading overwrites and frees a body that was not decoded.
  const sent = receiveBody && { bytes: Buffer.from(encoded), encoding };
  const rateLimit = readRateLimit((name) => headers[name]?.toString(), Date.now());
  const body = await readInTurn(encoded.length, maxBodyBytes, {
    async decode(maxBytes) {
      signal?.throwIfAborted();
      return decodeBody(encoded, encoding, maxBytes);
    },
    async parse(bytes) {
      if (bytes.length === 0 && !(endpoint.method === 'GET' && statusCode === 200)) {
        return null;
      }
      // The rest of the operation continues in this turn: parsed bodies that wait for theirs would cost garbage collection.
      await takeTurn(operation, bytes.length);
      const { length } = bytes;
      return { json: await parseBody(bytes, statusCode, signal), bytes: length };
    },
  });
  if (body === null) {
    return { body: null, status: statusCode, bytes: 0, links: {}, rateLimit, durationMs };
  }
  if (sent) {
    receiveBody(sent);
  }
  return {
    body: body.json,
    bytes: body.bytes,
    links: parseLinkHeader(headers['link']),
    hits: readCount(headers['x-hits']?.toString()),
    rateLimit,
    durationMs,
  };
}

function contentEncodingOf(headers: WholeResponse['headers']): string | undefined {
  return headers['content-encoding']?.toString();
}

async function parseBody(bytes: Buffer, status: number, signal: AbortSignal | undefined) {
  try {
    return await readBody(bytes, signal);
  } catch (cause) {
    throw cause instanceof SyntaxError
      ? new SentryError('badResponse', 'Sentry returned a body that is not JSON.', {
          cause,
          status,
        })
      : cause;
  }
}

function readCount(text: string | undefined): number | undefined {
  return /^\d+$/.test(text ?? '') ? (asInt(Number(text)) ?? undefined) : undefined;
}

function toTransportError(
  error: unknown,
  limits: Readonly<Record<'timeoutMs' | 'maxBodyBytes', number>>,
  cancelled: boolean,
): SentryError {
  if (error instanceof SentryError) {
    return error;
  }
  if (error instanceof BodyTooLarge) {
    return new SentryError(
      'badResponse',
      `Sentry returned a body of more than ${limits.maxBodyBytes} bytes, which is the limit.`,
    );
  }
  if (cancelled) {
    return toCancelled(error);
  }
  if (isTimeout(error)) {
    return new SentryError('timeout', `Sentry did not answer within ${limits.timeoutMs} ms.`, {
      cause: error,
    });
  }
  return new SentryError('unavailable', 'Sentry cannot be reached.', { cause: error });
}
