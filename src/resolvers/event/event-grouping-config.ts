import type { EventGroupingConfigResolvers } from '../../generated/resolvers-types.ts';
import { asString } from '../../sentry/json.ts';
import type { GroupingConfigJson } from '../../sentry/shapes/event.ts';
import { readersOf } from '../fields.ts';

const { fields } = readersOf<GroupingConfigJson>();

export const EventGroupingConfig: EventGroupingConfigResolvers = fields({
  id: asString,
  enhancements: asString,
});
