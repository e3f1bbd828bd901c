import type { ReleaseResolvers } from '../generated/resolvers-types.ts';
import { asInt, asString, type JsonObject } from '../sentry/json.ts';
import { fields, pure } from './fields.ts';

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
  raw: pure((release: JsonObject) => release),
};
