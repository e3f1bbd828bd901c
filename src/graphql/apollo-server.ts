import type { ApolloServer as ApolloServerOf, ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
} from '@apollo/server/plugin/disabled';
import type { KeyValueCache } from '@apollo/utils.keyvaluecache';
import type { ExecutionConfig } from '../config/execution.ts';
import type { Context } from '../context.ts';
import { stringifyJson } from '../sentry/exact-number.ts';
import { ApolloServer } from './apollo.ts';
import { createExecution } from './engine/executor.ts';
import { createErrorFormatter } from './format-errors.ts';
import { noServiceSdl } from './no-service-sdl.ts';
import { loadSchema } from './prepared-schema.ts';
import type { SchemaOptions } from './schema.ts';

export interface ApolloServerOptions extends SchemaOptions {
  /** Is told of each defect whose text the client does not get. */
  readonly report: (error: unknown) => void;
  /** Whether a router that asks for a trace of each field gets one. @default false */
  readonly mayTrace?: boolean;
  readonly execution: ExecutionConfig;
  /** Whether callers may ask for the schema, and are told of fields whose names resemble theirs. */
  readonly hasIntrospection: boolean;
  /** Whether `_service` gives callers the schema, which a composition asks for. */
  readonly hasServiceSdl: boolean;
  /** Documents by what callers may send in their place. */
  readonly persistedQueries: KeyValueCache<string>;
  readonly plugins?: readonly ApolloServerPlugin<Context>[];
}

/** The GraphQL server, without HTTP. */
export async function createApolloServer({
  report,
  execution,
  hasIntrospection,
  hasServiceSdl,
  persistedQueries,
  plugins = [],
  mayTrace = false,
  ...schemaOptions
}: ApolloServerOptions): Promise<ApolloServerOf<Context>> {
  return new ApolloServer<Context>({
    gateway: createExecution({
      // A trace is of field resolvers, which a projection does not call.
      engine: mayTrace ? 'graphql-js' : execution.engine,
      schema: await loadSchema(schemaOptions),
    }),
    plugins: [
      // Each instruments every field resolver, which costs more than the rest of an operation.
      ApolloServerPluginCacheControlDisabled(),
      mayTrace ? await inlineTrace() : ApolloServerPluginInlineTraceDisabled(),
      ...plugins,
    ],
    // documentsPlugin keeps them.
    documentStore: null,
    introspection: hasIntrospection,
    validationRules: hasServiceSdl ? [] : [noServiceSdl],
    persistedQueries: { cache: persistedQueries },
    hideSchemaDetailsFromClientErrors: !hasIntrospection,
    // Apollo's own adds a line break, which has a large answer copied once more.
    stringifyResult: stringifyJson,
    formatError: createErrorFormatter(report),
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
  });
}

/** Loaded where it is used: it brings protocol buffers along. */
async function inlineTrace(): Promise<ApolloServerPlugin> {
  const plugin = await import('@apollo/server/plugin/inlineTrace');
  return plugin.ApolloServerPluginInlineTrace();
}
