import type { CloudContextResolvers } from '../../generated/resolvers-types.ts';
import { asString, asText } from '../../sentry/json.ts';
import type { CloudContextJson } from '../../sentry/shapes/contexts.ts';
import { pure, readersOf } from '../fields.ts';

const { field } = readersOf<CloudContextJson>();

export const CloudContext: CloudContextResolvers = {
  provider: field('cloud.provider', asString),
  platform: field('cloud.platform', asString),
  accountId: field('cloud.account.id', asText),
  region: field('cloud.region', asString),
  availabilityZone: field('cloud.availability_zone', asString),
  hostId: field('host.id', asText),
  hostType: field('host.type', asString),
  raw: pure((context: CloudContextJson) => context),
};
