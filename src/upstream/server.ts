import { createServerKnowledge, type LearnedServer } from '../sentry/detect-server.ts';
import { endpoints } from '../sentry/endpoints.ts';
import { asList } from '../sentry/json.ts';
import type { ObservedRateLimit } from '../sentry/rate-limit.ts';
import type { Middleware, SendRequest } from '../sentry/request.ts';
import type { ServerKnowledge } from '../sentry/server-kind.ts';
import { createTransport, type TransportOptions } from './transport.ts';

/** One Sentry server, for all callers. */
export interface UpstreamServer {
  readonly send: SendRequest;
  readonly knowledge: ServerKnowledge;
  /**
   * The rate limit that the server last sent for a token.
   * @param organization - Decides about the region, if the server has several.
   */
  readonly lastRateLimit: (token: string, organization: string | null) => ObservedRateLimit | null;
  close(): Promise<void>;
}

export interface UpstreamServerOptions extends TransportOptions {
  /** The first one is the outermost. @default [] */
  readonly middleware?: readonly Middleware[];
  /** @default always null */
  readonly lastRateLimit?: (token: string) => ObservedRateLimit | null;
  /** Shared by the hosts of one installation. @default nothing is known */
  readonly learned?: LearnedServer;
}

export function connectServer({
  middleware = [],
  lastRateLimit = () => null,
  learned: { knowledge, learn } = createServerKnowledge(),
  ...transportOptions
}: UpstreamServerOptions): UpstreamServer {
  const transport = createTransport(transportOptions);
  const sendAndLearn: SendRequest = async (request) => {
    const answer = await transport.send(request);
    learn(answer);
    const { body, durationMs } = answer;
    if (request.endpoint === endpoints.issueHashes && durationMs !== undefined) {
      knowledge.rowTimes.learn(asList(body)?.length ?? 0, durationMs);
    }
    return answer;
  };
  return {
    send: middleware.reduceRight<SendRequest>((next, wrap) => wrap(next), sendAndLearn),
    knowledge,
    lastRateLimit,
    close: () => transport.close(),
  };
}
