import { asInt, asList, type Json, type Unchecked } from '../../sentry/json.ts';

/** `[from, to]` of the omitted part. */
export function asRange(
  value: Unchecked<readonly [from: number, to: number]> | undefined,
): readonly (number | null)[] | null {
  return asList(value)?.map((item: Json) => asInt(item)) ?? null;
}
