import { randomUUID } from 'node:crypto';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { DocumentNode, GraphQLResolveInfo, GraphQLScalarType, GraphQLSchema } from 'graphql';
import { pino } from 'pino';
import { readBearerToken } from './auth/caller.ts';
import { readSentryConfig } from './config/config.ts';
import { toPrefix } from './config/federation.ts';
import { reportUnknownNames } from './config/unknown-names.ts';
import { connectSentry } from './connect-sentry.ts';
import { withCodes } from './graphql/format-errors.ts';
import { readResolvers, readTypeDefs } from './graphql/schema.ts';
import { createTelemetry } from './telemetry/telemetry.ts';
import { joinOperation } from './telemetry/trace.ts';

// biome-ignore lint/performance/noBarrelFile: the package has one entry.
export {
  type ExportedPage,
  type ExportFailure,
  type ExportIssuesOptions,
  exportIssues,
} from './export/export-issues.ts';

/** Options of `createSentrySubgraph`. */
export interface SentrySubgraphOptions {
  /**
   * Settings by name, as environment variables: `process.env`, or
   * `{ SENTRY_URL: 'https://sentry.example.com' }`. Settings for the gateway's HTTP server, for the
   * authentication of callers and for limits of operations are ignored. Without `SENTRY_URL`,
   * `SENTRY_AUTH_TOKEN` and `SENTRY_CONFIG_FILE` the schema runs against the demo server.
   *
   * @default {}
   */
  readonly settings?: Readonly<Record<string, string | undefined>>;
  /**
   * Whether `Query` has `node` and `nodes`. Only one subgraph of a supergraph can have them.
   *
   * @default true
   */
  readonly hasNodeQuery?: boolean;
  /**
   * The name of each type begins with this, such as `Sentry`, except for scalars and `PageInfo`. For a schema
   * that has types of the same names.
   *
   * @default ''
   */
  readonly typePrefix?: string;
  /**
   * The name of each field of `Query` and `Mutation` begins with this: `sentry` makes `sentryIssue` of `issue`.
   *
   * @default ''
   */
  readonly rootFieldPrefix?: string;
}

/** The caller of one operation. */
export interface SentryCaller {
  /**
   * Headers of the request: a `Headers` object, or the headers of a Node.js request. The bearer token
   * of `authorization` is sent to Sentry if the settings have no token. `traceparent`, `tracestate`,
   * `baggage` and `sentry-trace` are forwarded to Sentry.
   */
  readonly headers?:
    | Iterable<readonly [name: string, value: string]>
    | Readonly<Record<string, string | readonly string[] | undefined>>;
  /**
   * Sentry token of the caller, instead of the bearer token in `headers`; null for none.
   * `SENTRY_AUTH_TOKEN` in the settings takes precedence over both.
   */
  readonly token?: string | null;
  /** Abort it when the caller disconnects: this cancels reads in flight, but not changes. */
  readonly signal?: AbortSignal;
  /**
   * ID of the operation in your log.
   *
   * @default a random UUID
   */
  readonly requestId?: string;
}

/**
 * The context that the resolvers use, for one operation. You can spread it into a context of your
 * own, which must not use these names. Their values are not part of the public interface.
 */
export interface SentryContext {
  readonly operation: unknown;
  readonly client: unknown;
  readonly sentry: unknown;
  readonly loaders: unknown;
  readonly cacheScope: unknown;
  readonly atEnd: unknown;
  readonly result: unknown;
  readonly responseSize: unknown;
  readonly representations: unknown;
}

export type SentryFieldResolver = (
  parent: unknown,
  args: Record<string, unknown>,
  context: SentryContext,
  info: GraphQLResolveInfo,
) => unknown;

/** Scalars, and the field resolvers of each type, by name. */
export type SentryResolvers = Record<
  string,
  GraphQLScalarType | Record<string, SentryFieldResolver>
>;

/** Sentry's issues and their hashes, for a GraphQL server of your own. */
export interface SentrySubgraph {
  /** Executable schema: a subgraph of Apollo Federation 2. */
  readonly schema: GraphQLSchema;
  /** SDL of the schema, to combine with other types by `buildSubgraphSchema` of `@apollo/subgraph`. */
  readonly typeDefs: DocumentNode;
  /** Resolvers for `typeDefs`. Errors that Sentry causes have `extensions.code`. */
  readonly resolvers: SentryResolvers;
  /** Creates the context of one operation: call it once for each operation. */
  contextFor(caller?: SentryCaller): SentryContext;
  /** Closes the connections to Sentry: call it after your server has stopped. */
  close(): Promise<void>;
}

/**
 * Creates a schema that is connected to Sentry, with the gateway's deadlines, retries, rate limits
 * for each token, circuit breaker and cache.
 *
 * @throws an error named `ConfigError`, whose message is one sentence, for an invalid setting or prefix
 */
export async function createSentrySubgraph({
  settings = {},
  hasNodeQuery = true,
  typePrefix = '',
  rootFieldPrefix = '',
}: SentrySubgraphOptions = {}): Promise<SentrySubgraph> {
  for (const sentence of reportUnknownNames(settings)) {
    process.emitWarning(sentence, 'SentryGraphqlWarning');
  }
  const schemaOptions = {
    hasNodeQuery,
    typePrefix: toPrefix('typePrefix', typePrefix),
    rootFieldPrefix: toPrefix('rootFieldPrefix', rootFieldPrefix),
  };
  const typeDefs = readTypeDefs(schemaOptions);
  const resolvers = withCodes(readResolvers(schemaOptions));
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
        signal,
      });
    },
    close: () => upstream.close(),
  };
}

function isIterable(
  headers: NonNullable<SentryCaller['headers']>,
): headers is Iterable<readonly [string, string]> {
  return Symbol.iterator in headers;
}
