import type { SuspectCommitResolvers } from '../../generated/resolvers-types.ts';
import { asJson, asObject, asString, asText } from '../../sentry/json.ts';

export const SuspectCommit: SuspectCommitResolvers = {
  commitId: ({ body }) => asText(body['id']),
  message: ({ body }) => asString(body['message']),
  dateCreated: ({ body }) => asString(body['dateCreated']),
  author: ({ author }) => author,
  repository: ({ body }) => asString(asObject(body['repository'])?.['name']),
  pullRequest: ({ body }) => asJson(body['pullRequest']),
  reason: ({ body }) => asString(body['suspectCommitType']),
};
