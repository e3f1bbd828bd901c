import { GraphQLError } from 'graphql';
import { GUARD_SETTINGS } from '../../config/guard.ts';
import type { Values } from '../../config/setting.ts';

export type Limits = Values<typeof GUARD_SETTINGS>;

/** The limit of one value of a measure. */
export interface Rule<Measure> {
  readonly measure: keyof Measure;
  readonly limit: keyof Limits;
  readonly code: string;
  /** The beginning of the message; the limit follows. */
  readonly sentence: (found: number) => string;
  /** A sentence on how to stay below the limit. */
  readonly advice?: string;
}

/** @throws for the first limit that is exceeded */
export function refuseAbove<Measure extends { readonly [Name in keyof Measure]: number }>(
  rules: readonly Rule<Measure>[],
  measure: Measure,
  limits: Limits,
): void {
  const refusal = findRefusal(rules, measure, limits);
  if (refusal) {
    throw refusal;
  }
}

/** For the first limit that is exceeded; null if none is. */
export function findRefusal<Measure extends { readonly [Name in keyof Measure]: number }>(
  rules: readonly Rule<Measure>[],
  measure: Measure,
  limits: Limits,
): GraphQLError | null {
  for (const { measure: name, limit: limitName, code, sentence, advice } of rules) {
    const [found, limit] = [measure[name], Number(limits[limitName])];
    if (found > limit) {
      return new GraphQLError(
        `${sentence(found)}; the limit is ${limit} (${GUARD_SETTINGS[limitName].name}).${advice === undefined ? '' : ` ${advice}`}`,
        { extensions: { code, limit, found, http: { status: 400 } } },
      );
    }
  }
  return null;
}
