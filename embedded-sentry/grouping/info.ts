import type { StoredEvent } from '../dataset.ts';
import type { Body } from '../event-parts.ts';
import { type Component, md5 } from './component.ts';
import { type Grouping, groupingOf } from './grouping.ts';

/*
 * Responses of `…/events/{id}/grouping-info/`, those of Sentry 23.7.1 as observed, the others by its source. `A`: until
 * summer 2025, with variants as keys; `B`: until November 2025, with variants and their methods; `C`: since then.
 */

export type GroupingFormat = 'A' | 'A with hyphens' | 'B' | 'C';

interface Variant {
  readonly type: string;
  /** Its name in `B` and `C`. */
  readonly key: string;
  /** Its name in `A`. */
  readonly shortKey: string;
  readonly description: string;
  readonly hash: string | null;
  readonly hashMismatch: boolean;
  readonly contributes: boolean;
  readonly hint: string | null;
  readonly more: Body;
  readonly component: Component | null;
}

const CONFIG = 'newstyle:2026-01-20';
const OLD_CONFIG = {
  id: 'newstyle:2023-01-11',
  base: 'newstyle:2019-10-29',
  strategies: ['chained-exception:v1', 'message:v1', 'stacktrace:v1', 'template:v1', 'threads:v1'],
  delegates: ['frame:v1', 'single-exception:v1', 'stacktrace:v1'],
  changelog: '* Rules for the stack traces of further languages',
  hidden: false,
  risk: 1,
  latest: true,
};

export function groupingInfo(event: StoredEvent, format: GroupingFormat): Body {
  const variants = variantsOf(groupingOf(event.origin, event.index), event.hash);
  switch (format) {
    case 'A':
      return formatA(variants, (text) => text);
    case 'A with hyphens':
      return formatA(variants, (text) => text.replaceAll('_', '-'));
    case 'B':
      return Object.fromEntries(
        variants.map((variant) => [
          variant.key,
          { ...formatC(variant), ...(variant.component ? { config: OLD_CONFIG } : {}) },
        ]),
      );
    case 'C':
      return {
        grouping_config: variants.some(({ component }) => component) ? CONFIG : null,
        variants: Object.fromEntries(variants.map((variant) => [variant.key, formatC(variant)])),
      };
  }
}

function formatA(variants: readonly Variant[], spell: (text: string) => string): Body {
  return Object.fromEntries(
    variants.map(({ type, shortKey, description, hash, hashMismatch, more, component }) => [
      spell(shortKey),
      {
        type: type === 'fallback' ? null : spell(type),
        description: type === 'fallback' ? null : description,
        hash,
        hashMismatch,
        key: spell(shortKey),
        ...withoutClientValues(more),
        ...(component ? { component: newestFirst(component, spell), config: OLD_CONFIG } : {}),
      },
    ]),
  );
}

/** Until 2025, they are sent only if a rule replaced them. */
function withoutClientValues({ client_values: _clientValues, ...more }: Body): Body {
  return more;
}

function formatC({ shortKey: _shortKey, more, component, ...variant }: Variant): Body {
  return {
    ...variant,
    ...more,
    ...(component ? { component: newestFirst(component) } : {}),
  };
}

function variantsOf(
  { fingerprint, roots, method, hash: computed }: Grouping,
  stored: string,
): readonly Variant[] {
  const { kind } = fingerprint;
  const isSalted = kind === 'salted';
  const fields = 'values' in fingerprint ? fingerprintFields(fingerprint) : {};
  const hashes = (contributes: boolean) => ({
    hash: contributes ? computed : null,
    hashMismatch: contributes && computed !== stored,
    contributes,
  });
  const isComponent = kind === 'component' || isSalted;
  const components = roots.map((root, place): Variant => {
    const prefix = root.id === 'default' ? '' : `${root.id}_`;
    const contributes = isComponent && place === 0;
    const hint = contributes ? null : hintFor(kind);
    return {
      type: isSalted ? 'salted_component' : 'component',
      key: `${prefix}${method}${isSalted ? '_hybrid_fingerprint' : ''}`,
      shortKey: root.id,
      description: describe(root, method, isSalted),
      ...hashes(contributes),
      hint,
      more: isSalted ? fields : {},
      component: { ...root, contributes, hint },
    };
  });
  if (isComponent) {
    return components;
  }
  const type = kind === 'custom' ? 'custom_fingerprint' : kind;
  const whole: Variant = {
    type,
    key: type,
    shortKey: type,
    description: type.replaceAll('_', ' '),
    ...hashes(true),
    hint: null,
    more: { ...fields, ...checksumFields(fingerprint) },
    component: null,
  };
  return [...components, whole];
}

function fingerprintFields({
  values,
  clientValues,
  matchedRule,
}: Extract<Grouping['fingerprint'], { values: unknown }>): Body {
  return {
    values,
    ...(clientValues ? { client_values: clientValues } : {}),
    ...(matchedRule ? { matched_rule: matchedRule } : {}),
  };
}

function checksumFields(fingerprint: Grouping['fingerprint']): Body {
  switch (fingerprint.kind) {
    case 'checksum':
      return { checksum: fingerprint.checksum };
    case 'hashed_checksum':
      return { checksum: md5([fingerprint.raw]), raw_checksum: fingerprint.raw };
    default:
      return {};
  }
}

function hintFor(kind: Grouping['fingerprint']['kind']): string {
  switch (kind) {
    case 'custom':
      return 'ignored because custom fingerprint takes precedence';
    case 'checksum':
    case 'hashed_checksum':
      return 'ignored because checksum takes precedence';
    default:
      return 'ignored because app variant takes precedence';
  }
}

function describe({ id }: Component, method: string, isSalted: boolean): string {
  const what = method.replace('_stacktrace', ' stacktrace').replaceAll('_', ' ');
  const frames = id === 'app' ? ' — in-app frames' : id === 'system' ? ' — all frames' : '';
  return `${what}${frames}${isSalted ? ' and custom fingerprint' : ''}`;
}

/** Frames are listed newest first, but hashed oldest first. */
function newestFirst(
  { id, name, contributes, hint, values }: Component,
  spell = (text: string) => text,
): Body {
  const shown = values.map((value) =>
    typeof value === 'string' ? value : newestFirst(value, spell),
  );
  return {
    id: spell(id),
    name,
    contributes,
    hint,
    values: id === 'stacktrace' ? shown.reverse() : shown,
  };
}
