import type { EventAttachmentResolvers } from '../../generated/resolvers-types.ts';
import { asFloat, asJson, asString, asText } from '../../sentry/json.ts';

export const EventAttachment: EventAttachmentResolvers = {
  attachmentId: ({ body }) => asText(body['id']),
  name: ({ body }) => asString(body['name']),
  type: ({ body }) => asString(body['type']),
  mimetype: ({ body }) => asString(body['mimetype']),
  size: ({ body }) => asFloat(body['size']),
  sha1: ({ body }) => asString(body['sha1']),
  dateCreated: ({ body }) => asString(body['dateCreated']),
  headers: ({ body }) => asJson(body['headers']),
  path: ({ path }) => path,
};
