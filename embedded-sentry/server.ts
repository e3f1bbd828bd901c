import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { type Answer, internalError } from './answer.ts';
import { createDataset, type Dataset } from './dataset.ts';
import { DEFAULT_DIALECT, type DialectName, SENTRY_DIALECTS } from './dialect.ts';
import { throttled } from './glitchtip/answers.ts';
import { SAMPLE_ROWS } from './glitchtip/event-samples.ts';
import { answer as answerAsGlitchTip } from './glitchtip/router.ts';
import { createRateLimiter, type RateLimiterOptions } from './rate-limiter.ts';
import type { ReceivedRequest } from './requests.ts';
import { answer } from './router.ts';
import { SENTRY_IO_LIMITS } from './sentry-io-limits.ts';
import { identityOf, TOKENS } from './tokens.ts';

export interface EmbeddedSentryOptions {
  /** @default '127.0.0.1' */
  readonly host?: string;
  /** @default 0: any free port */
  readonly port?: number;
  /** Time from the response to an unmerge until its hashes have moved, in milliseconds. @default 20 */
  readonly unmergeDelayMs?: number;
  /** @default createDataset({ unmergeDelayMs }); for GlitchTip with an issue for each of its samples */
  readonly dataset?: Dataset;
  /** The server that it imitates. @default DEFAULT_DIALECT */
  readonly dialect?: DialectName;
  /**
   * False, as on smaller plans of sentry.io: lists and merges across projects are refused. @default
   * true
   */
  readonly hasGlobalViews?: boolean;
  /**
   * False for a GlitchTip whose backend was installed alone: paths of its web application are answered 500.
   * @default true
   */
  readonly hasWebApplication?: boolean;
  /** Whether requests are recorded in `requests`, which takes memory. @default false */
  readonly recordRequests?: boolean;
  /** Rate limits, or those of sentry.io. @default none, as on a self-hosted Sentry */
  readonly rateLimit?: RateLimiterOptions | 'sentry.io' | undefined;
  /**
   * Called with each request before it is answered. It can wait, which delays the response, or return a
   * different response, which simulates a failing upstream.
   */
  readonly intercept?: (
    request: RecordedRequest,
  ) => Promise<ReplacementAnswer | undefined> | ReplacementAnswer | undefined;
}

export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** Path and query string as received. */
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
}

export interface ReplacementAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export interface EmbeddedSentry {
  readonly url: string;
  /** A token with every scope. */
  readonly token: string;
  readonly requests: readonly RecordedRequest[];
  /** Number of requests that the rate limiter refused. */
  readonly refusals: number;
  forgetRequests(): void;
  stop(): Promise<void>;
}

/** Serves the built-in data through Sentry's REST API, on the loopback interface. */
export async function startEmbeddedSentry({
  host = '127.0.0.1',
  port = 0,
  unmergeDelayMs = 20,
  dialect = DEFAULT_DIALECT,
  dataset = createDataset({
    unmergeDelayMs,
    extraRows: dialect === 'glitchtip' ? SAMPLE_ROWS : [],
  }),
  hasGlobalViews = true,
  hasWebApplication = true,
  recordRequests = false,
  rateLimit,
  intercept,
}: EmbeddedSentryOptions = {}): Promise<EmbeddedSentry> {
  const requests: RecordedRequest[] = [];
  let url = '';
  let refusals = 0;

  async function respond(message: IncomingMessage): Promise<ReplacementAnswer | Answer> {
    const request = toRecord(message);
    const reading = readText(message);
    reading.catch(() => {});
    if (recordRequests) {
      requests.push(request);
    }
    const replacement = await intercept?.(request);
    return (
      replacement ??
      speak(dialect, dataset, {
        ...request,
        origin: url,
        hasGlobalViews,
        hasWebApplication,
        authorization: message.headers.authorization,
        text: await reading,
        hasJsonBody: message.headers['content-type'] === 'application/json',
      })
    );
  }

  const isGlitchTip = dialect === 'glitchtip';
  const wording = isGlitchTip ? 'object' : SENTRY_DIALECTS[dialect].throttleWording;
  const limits = rateLimit === 'sentry.io' ? SENTRY_IO_LIMITS : rateLimit;
  const enter = limits ? createRateLimiter({ wording, ...limits }) : undefined;

  /** Answers within the rate limits, and adds their headers. */
  async function respondLimited(
    message: IncomingMessage,
    response: ServerResponse,
  ): Promise<ReplacementAnswer | Answer> {
    const { method, path, headers } = toRecord(message);
    const identity = identityOf(headers.authorization, message.socket.remoteAddress ?? '');
    const entry = enter?.({ identity, method, path });
    if (!entry) {
      return respond(message);
    }
    response.once('close', () => entry.leave());
    refusals += entry.refusal ? 1 : 0;
    if (isGlitchTip) {
      return entry.refusal ? throttled : respond(message);
    }
    const given = entry.refusal ?? (await respond(message).catch(internalError));
    // Sentry counts a request as ended before it sends the response.
    entry.leave();
    return { ...given, headers: { ...given.headers, ...entry.headers } };
  }

  const server = createServer((message, response) => {
    respondLimited(message, response)
      .catch(internalError)
      .then((given) => send(message, response, given))
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  url = `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`;

  return {
    url,
    token: TOKENS.everyScope.text,
    requests,
    get refusals() {
      return refusals;
    },
    forgetRequests: () => {
      requests.length = 0;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function speak(name: DialectName, dataset: Dataset, request: ReceivedRequest): Answer {
  return name === 'glitchtip'
    ? answerAsGlitchTip(dataset, request)
    : answer(dataset, { ...request, dialect: SENTRY_DIALECTS[name] });
}

function toRecord({ method = 'GET', url = '/', headers }: IncomingMessage): RecordedRequest {
  const { pathname, searchParams } = new URL(url, 'http://embedded');
  return { method, path: pathname, query: searchParams, url, headers };
}

async function readText(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message as AsyncIterable<Buffer>) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

/** Smallest body that is compressed, in bytes. */
const MIN_GZIP_BYTES = 1024;
const pack = promisify(gzip);

async function send(
  { headers: { 'accept-encoding': accepted } }: IncomingMessage,
  response: ServerResponse,
  { status, headers = {}, body = '' }: ReplacementAnswer | Answer,
): Promise<void> {
  const isText = typeof body === 'string' || body instanceof Uint8Array;
  const bytes = Buffer.from(isText ? body : JSON.stringify(body));
  const isPacked =
    bytes.length >= MIN_GZIP_BYTES &&
    headers['content-encoding'] === undefined &&
    /\bgzip\b/.test(accepted?.toString() ?? '');
  const content = isPacked ? await pack(bytes, { level: 1 }) : bytes;
  response.writeHead(status, {
    ...(isText ? {} : { 'content-type': 'application/json' }),
    ...(isPacked ? { 'content-encoding': 'gzip', vary: 'Accept-Encoding' } : {}),
    'content-length': content.length,
    ...headers,
  });
  response.end(content);
}
