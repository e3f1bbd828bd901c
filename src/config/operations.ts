import { type Environment, flag, readSettings, type Values } from './setting.ts';

/** Which operations are taken. */
export const OPERATION_SETTINGS = {
  hasIntrospection: flag(
    'INTROSPECTION',
    true,
    'Tell callers the schema, and which field they may have meant',
    { inProduction: false },
  ),
};

export type OperationsConfig = Values<typeof OPERATION_SETTINGS>;

export function readOperations(env: Environment): OperationsConfig {
  return readSettings(OPERATION_SETTINGS, env);
}
