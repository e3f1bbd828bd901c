import type { ExternalIssueResolvers } from '../../generated/resolvers-types.ts';
import { nameOfTicket } from '../../sentry/external-issues.ts';
import { asString, asText } from '../../sentry/json.ts';

export const ExternalIssue: ExternalIssueResolvers = {
  externalIssueId: ({ body }) => asText(body['id']),
  service: ({ service }) => service,
  displayName: nameOfTicket,
  title: ({ body }) => asString(body['title']),
  url: ({ body }) => asString(body['url']) ?? asString(body['webUrl']),
};
