import { randomUUID } from 'node:crypto';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { DocumentNode, GraphQLResolveInfo, GraphQLScalarType, GraphQLSchema } from 'graphql';
import { pino } from 'pino';
import { readBearerToken } from './auth/bearer-token.ts';
import { readSentryConfig } from './config/config.ts';
import { connectSentry } from './connect-sentry.ts';
import { withCodes } from './graphql/error-codes.ts';
import { readResolvers, readTypeDefs } from './graphql/schema.ts';
import { createTelemetry } from './telemetry/telemetry.ts';
import { joinOperation } from './telemetry/trace.ts';

/** How Sentry is reached, and what the schema holds. */
export interface SentrySubgraphOptions {
  /**
   * Settings by their names, as the environment has them: `process.env`, or
   * `{ SENTRY_URL: 'https://sentry.example.com' }`. Those of the gateway's HTTP server, of its callers
   * and of its limits on operations have no meaning here. Without `SENTRY_URL` and
   * `SENTRY_AUTH_TOKEN` it is the embedded Sentry that answers.
   *
   * @default {}
   */
  readonly settings?: Readonly<Record<string, string | undefined>>;
  /**
   * Whether `Query` has `node` and `nodes`, of which a supergraph can have but one.
   *
   * @default true
   */
  readonly hasNodeQuery?: boolean;
}

/** Who sends an operation. */
export interface SentryCaller {
  /**
   * The request's headers, a `Headers` or what Node has of them. The bearer token of `authorization`
   * goes to Sentry where the settings hold none, and `traceparent`, `tracestate`, `baggage` and
   * `sentry-trace` go along.
   */
  readonly headers?:
    | Iterable<readonly [name: string, value: string]>
    | Readonly<Record<string, string | readonly string[] | undefined>>;
  /**
   * The Sentry token of the caller, where it is not the bearer token of `headers`; null for none.
   * The settings' `SENTRY_AUTH_TOKEN` goes before either.
   */
  readonly token?: string | null;
  /** Aborted when the caller leaves: reads under way are then called off, changes are not. */
  readonly signal?: AbortSignal;
  /**
   * What your log knows the operation by.
   *
   * @default a random UUID
   */
  readonly requestId?: string;
}

/**
 * What the resolvers use, made for one operation and forgotten with it. It may be spread into a
 * context of your own, which must not use these names; what they hold is no part of the interface.
 */
export interface SentryContext {
  readonly operation: unknown;
  readonly sentry: unknown;
  readonly loaders: unknown;
  readonly tally: unknown;
  readonly cacheScope: unknown;
  readonly atEnd: unknown;
}

export type SentryFieldResolver = (
  parent: unknown,
  args: Record<string, unknown>,
  context: SentryContext,
  info: GraphQLResolveInfo,
) => unknown;

/** Scalars, and the fields of each type, by name. */
export type SentryResolvers = Record<
  string,
  GraphQLScalarType | Record<string, SentryFieldResolver>
>;

/** Sentry's issues and their hashes, for a GraphQL server of your own. */
export interface SentrySubgraph {
  /** Schema and resolvers in one, executable, a subgraph of Apollo Federation 2. */
  readonly schema: GraphQLSchema;
  /** The SDL, to be joined with other types by `buildSubgraphSchema` of `@apollo/subgraph`. */
  readonly typeDefs: DocumentNode;
  /** What goes with `typeDefs`. An error that Sentry is the cause of has `extensions.code`. */
  readonly resolvers: SentryResolvers;
  /** The context of one operation: call it once for each. */
  contextFor(caller?: SentryCaller): SentryContext;
  /** Closes the connections to Sentry, once your server takes no more operations. */
  close(): Promise<void>;
}

/**
 * Connects to Sentry, with what the gateway has on the way there too: deadlines, further tries,
 * limits for each token, a circuit breaker and a cache.
 *
 * @throws an error named `ConfigError`, with one sentence, for a setting that cannot be used
 */
export async function createSentrySubgraph({
  settings = {},
  hasNodeQuery = true,
}: SentrySubgraphOptions = {}): Promise<SentrySubgraph> {
  const typeDefs = readTypeDefs({ hasNodeQuery });
  const resolvers = withCodes(readResolvers({ hasNodeQuery }));
  const upstream = await connectSentry(
    readSentryConfig(settings),
    createTelemetry({ log: pino({ level: 'silent' }), hasMetrics: false }),
  );
  return {
    schema: buildSubgraphSchema([{ typeDefs, resolvers }]),
    typeDefs,
    resolvers: resolvers as SentryResolvers,
    contextFor({ headers = {}, token, signal, requestId = randomUUID() } = {}) {
      const sent = isIterable(headers) ? Object.fromEntries(headers) : headers;
      const { authorization } = sent;
      const bearer = typeof authorization === 'string' ? readBearerToken(authorization) : null;
      return upstream.contextFor(joinOperation(requestId, sent), {
        token: token === undefined ? bearer : token,
        signal: signal ?? new AbortController().signal,
      });
    },
    close: upstream.close,
  };
}

function isIterable(
  headers: NonNullable<SentryCaller['headers']>,
): headers is Iterable<readonly [string, string]> {
  return Symbol.iterator in headers;
}
