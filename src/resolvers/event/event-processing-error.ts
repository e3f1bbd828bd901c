import type { EventProcessingErrorResolvers } from '../../generated/resolvers-types.ts';
import { asJson, asString, type Json } from '../../sentry/json.ts';
import type { ProcessingErrorJson } from '../../sentry/shapes/event.ts';
import { pure, readersOf } from '../fields.ts';

const { fields } = readersOf<ProcessingErrorJson>();

export const EventProcessingError: EventProcessingErrorResolvers = {
  ...fields({ type: asString, message: asString }),
  data: pure(dataOf),
};

function dataOf({ data, name, value, reason }: ProcessingErrorJson): Json {
  return data === undefined && name !== undefined
    ? {
        name: asJson(name),
        value: asJson(value),
        ...(reason === undefined ? {} : { reason: asJson(reason) }),
      }
    : asJson(data);
}
