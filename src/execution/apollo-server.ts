import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
} from '@apollo/server/plugin/disabled';
import type { Context } from '../context.ts';
import { createErrorFormatter } from '../errors.ts';
import { createSchema } from './schema.ts';

export interface ApolloServerOptions {
  /** Is told of each defect whose text the client does not get. */
  readonly report: (error: unknown) => void;
  /** Most tokens of a document; one token more ends its parsing. */
  readonly maxTokens: number;
  readonly plugins?: readonly ApolloServerPlugin<Context>[];
}

/** The GraphQL server, without HTTP. */
export function createApolloServer({
  report,
  maxTokens,
  plugins = [],
}: ApolloServerOptions): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema: createSchema(),
    parseOptions: { maxTokens },
    plugins: [
      // Each instruments every field resolver, which costs more than the rest of an operation.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ...plugins,
    ],
    formatError: createErrorFormatter(report),
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
  });
}
