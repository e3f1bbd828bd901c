import { GraphQLError } from 'graphql';
import { GUARD_SETTINGS } from '../../config/limits.ts';
import type { Values } from '../../config/setting.ts';

export type Limits = Values<typeof GUARD_SETTINGS>;

/** The values of a measure that have limits. */
type Counted<Measure> = {
  [Name in keyof Measure]: Measure[Name] extends number ? Name : never;
}[keyof Measure];

/** The limit of one value of a measure. */
export interface Rule<Measure> {
  readonly measure: Counted<Measure>;
  readonly limit: keyof Limits;
  readonly code: string;
  /** The beginning of the message; the limit follows. */
  readonly sentence: (found: number) => string;
  /** A sentence on how to stay below the limit. */
  readonly advice?: string | ((measure: Measure, limit: number) => string);
  /** Added to the extensions of the error. */
  readonly details?: (measure: Measure) => object;
}

/** @throws for the first limit that is exceeded */
export function refuseAbove<Measure>(
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
export function findRefusal<Measure>(
  rules: readonly Rule<Measure>[],
  measure: Measure,
  limits: Limits,
): GraphQLError | null {
  for (const { measure: name, limit: limitName, code, sentence, advice, details } of rules) {
    const [found, limit] = [Number(measure[name]), Number(limits[limitName])];
    if (found > limit) {
      const words = typeof advice === 'function' ? advice(measure, limit) : advice;
      return new GraphQLError(
        `${sentence(found)}; the limit is ${limit} (${GUARD_SETTINGS[limitName].name}).${words === undefined ? '' : ` ${words}`}`,
        { extensions: { code, limit, found, ...details?.(measure), http: { status: 400 } } },
      );
    }
  }
  return null;
}
