import type { IncomingMessage } from 'node:http';
import { env } from 'node:process';
import { type DocumentNode, type GraphQLSchema, graphql } from 'graphql';
import {
  createSentrySubgraph,
  type ExportedPage,
  type ExportFailure,
  type ExportIssuesOptions,
  exportIssues,
  type SentryCaller,
  type SentryContext,
  type SentryFieldResolver,
  type SentryResolvers,
  type SentrySubgraph,
  type SentrySubgraphOptions,
} from 'sentry-graphql';

// All exports of the package. Compiled outside of the repository, with its declarations checked.

const options: SentrySubgraphOptions = {
  settings: env,
  hasNodeQuery: false,
  typePrefix: 'Sentry',
  rootFieldPrefix: 'sentry',
};
const sentry: SentrySubgraph = await createSentrySubgraph(options);

export const typeDefs: DocumentNode = sentry.typeDefs;
export const schema: GraphQLSchema = sentry.schema;
export const resolvers: SentryResolvers = sentry.resolvers;
export const shout: SentryFieldResolver = (_parent, { word }) => `${word}!`;

export function contextOf({ headers }: IncomingMessage): SentryContext {
  const caller: SentryCaller = {
    headers,
    token: null,
    signal: AbortSignal.timeout(1_000),
    requestId: '1',
  };
  return sentry.contextFor(caller);
}

await graphql({
  schema,
  source: '{ __typename }',
  contextValue: sentry.contextFor({ headers: new Headers({ authorization: 'Bearer token' }) }),
});
await sentry.close();

const whole: ExportIssuesOptions = {
  organizations: ['acme'],
  since: new Date(0),
  until: new Date(),
};
const failed: ExportFailure[] = [];
export const hashes: unknown[] = [];
for await (const page of exportIssues(whole)) {
  const { rows, failures, position }: ExportedPage = page;
  failed.push(...failures);
  hashes.push(...rows.map(({ hash }) => hash), position?.length);
}
exportIssues({ ...whole, retry: failed });

// @ts-expect-error -- organizations are needed
exportIssues({});
// @ts-expect-error -- no such option
sentry.contextFor({ tokens: '' });
// @ts-expect-error -- the content of a context is not part of the interface
sentry.contextFor().loaders.issue;
// @ts-expect-error -- a setting is text, as in the environment
createSentrySubgraph({ settings: { SENTRY_RETRIES: 2 } });
