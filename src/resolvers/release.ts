import type { ReleaseResolvers } from '../generated/resolvers-types.ts';
import { asInt, asString } from '../sentry/json.ts';
import type { ReleaseJson } from '../sentry/shapes/organization.ts';
import { asParent, readersOf } from './fields.ts';

const { fields } = readersOf<ReleaseJson>();

export const Release: ReleaseResolvers = {
  ...fields({
    version: asString,
    shortVersion: asString,
    ref: asString,
    url: asString,
    status: asString,
    dateCreated: asString,
    dateReleased: asString,
    firstEvent: asString,
    lastEvent: asString,
    newGroups: asInt,
    commitCount: asInt,
    deployCount: asInt,
  }),
  raw: asParent,
};
