import type { BrowserContextResolvers } from '../../generated/resolvers-types.ts';
import { asString, asText } from '../../sentry/json.ts';
import type { BrowserContextJson } from '../../sentry/shapes/contexts.ts';
import { pure, readersOf } from '../fields.ts';

const { fields } = readersOf<BrowserContextJson>();

export const BrowserContext: BrowserContextResolvers = {
  ...fields({ name: asString, version: asText }),
  raw: pure((context: BrowserContextJson) => context),
};
