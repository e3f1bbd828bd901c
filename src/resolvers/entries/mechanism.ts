import type { MechanismResolvers } from '../../generated/resolvers-types.ts';
import { asBoolean, asInt, asJson, asString } from '../../sentry/json.ts';
import type { MechanismJson } from '../../sentry/shapes/stack-trace.ts';
import { readersOf } from '../fields.ts';

const { field, fields } = readersOf<MechanismJson>();

export const Mechanism: MechanismResolvers = {
  ...fields({
    type: asString,
    handled: asBoolean,
    description: asString,
    synthetic: asBoolean,
    source: asString,
    data: asJson,
    meta: asJson,
  }),
  helpLink: field('help_link', asString),
  isExceptionGroup: field('is_exception_group', asBoolean),
  exceptionId: field('exception_id', asInt),
  parentId: field('parent_id', asInt),
};
