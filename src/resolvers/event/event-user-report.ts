import type { EventUserReportResolvers } from '../../generated/resolvers-types.ts';
import { asString, asText } from '../../sentry/json.ts';
import type { UserReportJson } from '../../sentry/shapes/event.ts';
import { readersOf } from '../fields.ts';

const { field, fields } = readersOf<UserReportJson>();

export const EventUserReport: EventUserReportResolvers = {
  reportId: field('id', asText),
  ...fields({ name: asString, email: asString, comments: asString, dateCreated: asString }),
};
