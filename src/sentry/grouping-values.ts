import { contributes, type VariantOfEvent, withUnderscores } from './grouping.ts';
import { asList, asObject, asString, asStrings, asText, type JsonObject } from './json.ts';

/** A value that a hash is made of. */
export interface ContributingValue {
  /** IDs of the components that it is in, without the root. */
  readonly path: readonly string[];
  readonly value: string;
  readonly hint: string | null;
}

/** Values of one component, such as a frame, without those of the components within it. */
export type GroupingPart = readonly ContributingValue[];

/** Any spacing is allowed inside the braces. */
const DEFAULT = /^\{\{\s*default\s*\}\}$/;

/** The contributing values of a variant, in the order of the response, part by part. */
export function contributingParts(variant: VariantOfEvent): readonly GroupingPart[] {
  if (!contributes(variant)) {
    return [];
  }
  const { body } = variant;
  const component = asObject<JsonObject>(body.component as JsonObject | undefined);
  const own = component ? partsOf(component, []) : [];
  const checksum = asString(body.raw_checksum) ?? asString(body.checksum);
  if (checksum !== null) {
    return [[toValue('checksum', checksum)]];
  }
  const fingerprint = asStrings(body.values);
  return fingerprint === null
    ? own
    : fingerprint.flatMap((value) =>
        DEFAULT.test(value) ? own : [[toValue('fingerprint', value)]],
      );
}

function toValue(name: string, value: string): ContributingValue {
  return { path: [name], value, hint: null };
}

/** The parts below a component, in order: its own values that are not separated by a component. */
function partsOf(component: JsonObject, path: readonly string[]): readonly GroupingPart[] {
  const parts: GroupingPart[] = [];
  let own: ContributingValue[] = [];
  for (const item of asList(component['values']) ?? []) {
    const child = asObject(item);
    if (child?.['contributes'] !== true) {
      continue;
    }
    const childPath = [...path, withUnderscores(asString(child['id']) ?? '')];
    const value = leafOf(child);
    if (value !== null) {
      own.push({ path: childPath, value, hint: asString(child['hint']) });
      continue;
    }
    if (own.length > 0) {
      parts.push(own);
      own = [];
    }
    parts.push(...partsOf(child, childPath));
  }
  return own.length > 0 ? [...parts, own] : parts;
}

/** The value of a component that has no components; null for others. */
function leafOf({ values }: JsonObject): string | null {
  const [value, ...more] = asList(values) ?? [];
  return more.length === 0 && value !== undefined ? asText(value) : null;
}
