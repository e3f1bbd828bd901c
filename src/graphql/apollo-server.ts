import { createRequire } from 'node:module';
import type { ApolloServer as ApolloServerOf, ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
} from '@apollo/server/plugin/disabled';
import type { KeyValueCache } from '@apollo/utils.keyvaluecache';
import { GraphQLError, type ValidationRule } from 'graphql';
import type { ExecutionConfig } from '../config/serving.ts';
import type { Context } from '../context.ts';
import { createExecution, type WaitForRoom } from './engine/executor.ts';
import { countResponse, type ResponseLimits } from './engine/response-limits.ts';
import { stringifyResponse } from './engine/written-data.ts';
import { createErrorFormatter } from './format-errors.ts';
import { loadSchema } from './prepared-schema.ts';
import type { SchemaOptions } from './schema.ts';

interface ApolloServerOptions extends SchemaOptions {
  /** Called for each defect whose text the client does not get. */
  readonly report: (error: unknown) => void;
  /** A router that requests a trace of each field gets one. @default false */
  readonly mayTrace?: boolean;
  readonly execution: ExecutionConfig;
  /** Allows introspection, and suggestions in validation errors. */
  readonly hasIntrospection: boolean;
  /** Serves `_service`, which compositions need. */
  readonly hasServiceSdl: boolean;
  /** Documents by the ID or hash that callers may send instead. */
  readonly persistedQueries: KeyValueCache<string>;
  readonly responseLimits: ResponseLimits;
  readonly waitForRoom: WaitForRoom;
  readonly plugins?: readonly ApolloServerPlugin<Context>[];
}

/** Each names up to twenty places of the document. */
const MAX_VALIDATION_ERRORS = 25;

export async function createApolloServer({
  report,
  execution,
  hasIntrospection,
  hasServiceSdl,
  persistedQueries,
  responseLimits,
  waitForRoom,
  plugins = [],
  mayTrace = false,
  ...schemaOptions
}: ApolloServerOptions): Promise<ApolloServerOf<Context>> {
  return new ApolloServer<Context>({
    gateway: createExecution({
      // A trace needs field resolvers, which a projection does not call.
      engine: mayTrace ? 'graphql-js' : execution.engine,
      hideSuggestions: !hasIntrospection,
      limits: responseLimits,
      waitForRoom,
      typePrefix: schemaOptions.typePrefix,
      schema: countResponse(await loadSchema(schemaOptions)),
    }),
    plugins: [
      // These plugins instrument every field resolver, which costs more than the rest of an operation.
      ApolloServerPluginCacheControlDisabled(),
      mayTrace ? await inlineTrace() : ApolloServerPluginInlineTraceDisabled(),
      ...plugins,
    ],
    // `cacheDocuments` does.
    documentStore: null,
    introspection: hasIntrospection,
    validationOptions: { maxErrors: MAX_VALIDATION_ERRORS },
    validationRules: hasServiceSdl ? [] : [noServiceSdl],
    persistedQueries: { cache: persistedQueries },
    hideSchemaDetailsFromClientErrors: !hasIntrospection,
    // Apollo's default appends a line break, which copies a large response once more.
    stringifyResult: stringifyResponse,
    formatError: createErrorFormatter(report),
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
  });
}

/** Imported only if needed: it depends on protocol buffers. */
async function inlineTrace(): Promise<ApolloServerPlugin> {
  const plugin = await import('@apollo/server/plugin/inlineTrace');
  return plugin.ApolloServerPluginInlineTrace();
}

/*
 * Apollo Server from its CommonJS build, which loads 30 ms faster than its ES modules: those are 190 files,
 * of which 160 are a library for making schemas that the gateway does not use. The handler is loaded in
 * the same way, so that both use the same copy.
 */
const load = createRequire(import.meta.url);

export const { ApolloServer }: typeof import('@apollo/server') = load('@apollo/server');
export const { fastifyApolloHandler }: typeof import('@as-integrations/fastify') = load(
  '@as-integrations/fastify',
);

/** `sdl` is the whole schema, so `_service` is refused in the same way as Apollo Server refuses `__schema`. */
const noServiceSdl: ValidationRule = (context) => ({
  Field(node) {
    if (node.name.value === '_service') {
      context.reportError(
        new GraphQLError(
          'Introspection is disabled, so only a router with the router secret may query `_service`.',
          { nodes: node },
        ),
      );
    }
  },
});
