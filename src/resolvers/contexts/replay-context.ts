import type { ReplayContextResolvers } from '../../generated/resolvers-types.ts';
import { asString } from '../../sentry/json.ts';
import type { ReplayContextJson } from '../../sentry/shapes/contexts.ts';
import { pure, readersOf } from '../fields.ts';

const { field } = readersOf<ReplayContextJson>();

export const ReplayContext: ReplayContextResolvers = {
  replayId: field('replay_id', asString),
  raw: pure((context: ReplayContextJson) => context),
};
