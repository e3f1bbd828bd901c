import { takeTurn } from '../event-loop.ts';
import { toKey } from '../key.ts';
import type { SharedEntries, SharedEntry } from '../redis/shared-entries.ts';
import type {
  Middleware,
  SendRequest,
  SentBody,
  SentryAnswer,
  SentryRequest,
} from '../sentry/request.ts';
import { type CachedResponsesOptions, isFailure } from './cached-responses.ts';
import { compressBody, decodeBody } from './content-encoding.ts';
import { readBody } from './read-body.ts';

interface SharedResponsesOptions extends Omit<CachedResponsesOptions, 'store'> {
  readonly entries: SharedEntries;
  /** Learns about the server from an answer that another replica read. */
  readonly learn: (answer: SentryAnswer) => void;
}

/** Serves what any replica read, and keeps what this one reads: the body as Sentry sent it. */
export function shareResponses({
  entries,
  keyOf,
  lifetimeOf,
  staleMs,
  observe,
  learn,
}: SharedResponsesOptions): Middleware {
  async function ask(send: SendRequest, request: SentryRequest): Promise<SentryAnswer> {
    const key = toKey('response', keyOf(request));
    const entry = await entries.read<Header>(key);
    if (entry && entry.header.freshUntilMs > Date.now()) {
      const answer = await toAnswer(entry, request);
      observe('replica');
      request.operation.usage.savedByCache += 1;
      learn(answer);
      return answer;
    }
    try {
      return await sendAndKeep(send, request, key);
    } catch (error) {
      if (entry && isFailure(error)) {
        return toAnswer(entry, request);
      }
      throw error;
    }
  }

  async function sendAndKeep(
    send: SendRequest,
    request: SentryRequest,
    key: string,
  ): Promise<SentryAnswer> {
    let body: SentBody | undefined;
    const answer = await send({
      ...request,
      receiveBody: (sent) => {
        body = sent;
      },
    });
    if (body !== undefined) {
      void keep(key, answer, body, lifetimeOf(request));
    }
    return answer;
  }

  /** Not awaited: the operation goes on in the meantime. */
  async function keep(
    key: string,
    { links, hits, bytes }: SentryAnswer,
    sent: SentBody,
    ttlMs: number,
  ): Promise<void> {
    const freshUntilMs = Date.now() + ttlMs;
    const { bytes: body, encoding } = await compressBody(sent);
    const header = { links, hits, bytes, encoding, freshUntilMs } satisfies Header;
    await entries.write(key, { header, body }, ttlMs + staleMs);
  }

  return (send) => (request) =>
    request.endpoint.method === 'GET' && lifetimeOf(request) > 0
      ? ask(send, request)
      : send(request);
}

type Header = Pick<SentryAnswer, 'links' | 'hits' | 'bytes'> & {
  readonly encoding: string | undefined;
  readonly freshUntilMs: number;
};

async function toAnswer(
  { header, body }: SharedEntry<Header>,
  { operation }: SentryRequest,
): Promise<SentryAnswer> {
  const { encoding, ...rest } = header;
  const decoded = await decodeBody(body, encoding, rest.bytes);
  await takeTurn(operation, rest.bytes);
  return { ...rest, body: await readBody(decoded) };
}
