import { GraphQLError } from 'graphql';
import { FEDERATION_SETTINGS } from '../../config/federation.ts';
import { GUARD_SETTINGS } from '../../config/guard.ts';
import type { Values } from '../../config/setting.ts';

/** What one operation may take. */
export type Limits = Values<typeof GUARD_SETTINGS> &
  Pick<Values<typeof FEDERATION_SETTINGS>, 'maxRepresentations'>;

const SETTINGS = { ...GUARD_SETTINGS, ...FEDERATION_SETTINGS };

/** A limit for one part of a measure. */
export interface Rule<Measure> {
  readonly measure: keyof Measure;
  readonly limit: keyof Limits;
  readonly code: string;
  /** Without what every refusal says of its limit. */
  readonly sentence: (found: number) => string;
  /** How the caller may come below the limit, as a sentence. */
  readonly advice?: string;
}

/** @throws the refusal by the first rule whose limit is passed */
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

/** The refusal by the first rule whose limit is passed; null where none is. */
export function findRefusal<Measure extends { readonly [Name in keyof Measure]: number }>(
  rules: readonly Rule<Measure>[],
  measure: Measure,
  limits: Limits,
): GraphQLError | null {
  for (const { measure: name, limit: limitName, code, sentence, advice } of rules) {
    const [found, limit] = [measure[name], Number(limits[limitName])];
    if (found > limit) {
      return new GraphQLError(
        `${sentence(found)}; the limit is ${limit} (${SETTINGS[limitName].name}).${advice === undefined ? '' : ` ${advice}`}`,
        { extensions: { code, limit, found, http: { status: 400 } } },
      );
    }
  }
  return null;
}
