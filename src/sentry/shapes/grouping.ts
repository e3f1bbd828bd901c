import type { Json, Shape } from '../json.ts';

export type GroupingVariantJson = Shape<{
  type: string;
  description: string;
  hash: string | null;
  hashMismatch: boolean;
  /** Missing until 2025, as `hint`. */
  contributes: boolean;
  hint: string | null;
  component: GroupingComponentJson;
  values: readonly string[];
  client_values: readonly string[];
  matched_rule: string;
  checksum: string;
  raw_checksum: string;
  /** Missing since the end of 2025. */
  config: Json;
}>;

export type GroupingComponentJson = Shape<{
  id: string;
  contributes: boolean;
  hint: string | null;
  /** Components, or one value. */
  values: readonly Json[];
}>;
