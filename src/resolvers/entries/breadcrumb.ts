import type { BreadcrumbResolvers } from '../../generated/resolvers-types.ts';
import { asJson, asString } from '../../sentry/json.ts';
import type { BreadcrumbJson } from '../../sentry/shapes/entries.ts';
import { readersOf } from '../fields.ts';

const { field, fields } = readersOf<BreadcrumbJson>();

export const Breadcrumb: BreadcrumbResolvers = {
  ...fields({
    type: asString,
    level: asString,
    timestamp: asString,
    message: asString,
    category: asString,
    data: asJson,
  }),
  eventId: field('event_id', asString),
};
