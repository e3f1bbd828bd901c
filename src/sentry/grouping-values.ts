import { SentryError } from './errors.ts';
import { contributes, type VariantOfEvent, withUnderscores } from './grouping.ts';
import {
  asList,
  asObject,
  asObjects,
  asString,
  asText,
  asTexts,
  isObject,
  type JsonObject,
} from './json.ts';

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

/** Sentry keeps 250 frames of a stack trace, and its components are about six levels deep. */
const MAX_VALUES = 5_000;
const MAX_DEPTH = 50;

/**
 * The contributing values of a variant, in the order of the response, part by part.
 *
 * @throws SentryError beyond the limits
 */
export function contributingParts(variant: VariantOfEvent): readonly GroupingPart[] {
  if (!contributes(variant)) {
    return [];
  }
  const { body } = variant;
  const component = asObject<JsonObject>(body.component as JsonObject | undefined);
  const own = component ? partsOf(component) : [];
  const checksum = asText(body.raw_checksum) ?? asText(body.checksum);
  if (checksum !== null) {
    return [[toValue('checksum', checksum)]];
  }
  const fingerprint = asTexts(body.values);
  return fingerprint === null ? own : partsOfFingerprint(fingerprint, own);
}

function partsOfFingerprint(
  fingerprint: readonly string[],
  own: readonly GroupingPart[],
): readonly GroupingPart[] {
  const parts: GroupingPart[] = [];
  let count = 0;
  for (const value of fingerprint) {
    for (const part of DEFAULT.test(value) ? own : [[toValue('fingerprint', value)]]) {
      parts.push(part);
      count += part.length;
    }
    requireWithin('values', count, MAX_VALUES);
  }
  return parts;
}

function requireWithin(what: string, found: number, limit: number): void {
  if (found > limit) {
    throw new SentryError(
      'badResponse',
      `Sentry returned a grouping with more than ${limit} ${what}, which is the limit.`,
    );
  }
}

function toValue(name: string, value: string): ContributingValue {
  return { path: [name], value, hint: null };
}

/** The parts below a component, in order: its own values that are not separated by a component. */
function partsOf(root: JsonObject): readonly GroupingPart[] {
  const parts: ContributingValue[][] = [];
  let count = 0;

  function addParts(component: JsonObject, path: readonly string[]): void {
    requireWithin('levels', path.length, MAX_DEPTH);
    let own: ContributingValue[] = [];
    for (const child of contributingIn(component)) {
      const childPath = [...path, withUnderscores(asString(child['id']) ?? '')];
      const hint = asString(child['hint']);
      for (const value of asTexts(child['values']) ?? []) {
        own.push({ path: childPath, value, hint });
        count += 1;
        requireWithin('values', count, MAX_VALUES);
      }
      if (asList(child['values'])?.some(isObject)) {
        parts.push(own);
        own = [];
        addParts(child, childPath);
      }
    }
    parts.push(own);
  }

  addParts(root, []);
  return parts.filter((part) => part.length > 0);
}

function contributingIn({ values }: JsonObject): readonly JsonObject[] {
  return asObjects<JsonObject>(values)?.filter(({ contributes }) => contributes === true) ?? [];
}
