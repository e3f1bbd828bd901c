import type { MessageEntryResolvers } from '../../generated/resolvers-types.ts';
import { asJson, asString } from '../../sentry/json.ts';
import type { MessageData } from '../../sentry/shapes/entries.ts';
import { dataReader, entryFields } from './entry.ts';

const data = dataReader<MessageData>();

export const MessageEntry: MessageEntryResolvers = {
  ...entryFields,
  formatted: data('formatted', asString),
  message: data('message', asString),
  params: data('params', asJson),
};
