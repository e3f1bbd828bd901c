import { appearanceOf } from '../appearance.ts';
import { EMBEDDED_ISSUES, type IssueRow } from '../issues-table.ts';
import { CSP, EXPECT_CT, EXPECT_STAPLE, HPKP } from '../security-reports.ts';
import { STACKS } from '../stack-traces.ts';
import {
  type Component,
  component,
  contributingValues,
  exceptionComponent,
  md5,
  stackTraceComponent,
} from './component.ts';

/** The grouping of an event. */
export interface Grouping {
  readonly fingerprint: Fingerprint;
  /** Root components: `app` and `system`, or only `default`; none if there is nothing to compare. */
  readonly roots: readonly Component[];
  /** The method, such as `exception_stacktrace`, which is part of variant names. */
  readonly method: string;
  readonly hash: string;
}

export type Fingerprint =
  | { readonly kind: 'component' }
  | {
      /** The fingerprint; with `{{ default }}` it includes the hash values of the component. */
      readonly kind: 'custom' | 'salted';
      readonly values: readonly string[];
      /** The SDK's fingerprint; absent if a rule of the project set it. */
      readonly clientValues?: readonly string[];
      readonly matchedRule?: string;
    }
  | { readonly kind: 'checksum'; readonly checksum: string }
  | { readonly kind: 'hashed_checksum'; readonly raw: string }
  | { readonly kind: 'fallback' };

const DEFAULT = '{{ default }}';

/** The grouping of the events of the issue's hash with this number. */
export function groupingOf(origin: IssueRow, index: number): Grouping {
  const [method, roots] = componentsOf(origin, index);
  return { fingerprint: fingerprintOf(origin, index), roots, method, hash: hashOf(origin, index) };
}

/** Only their hash. */
export function hashOf(origin: IssueRow, index: number): string {
  const fingerprint = fingerprintOf(origin, index);
  switch (fingerprint.kind) {
    case 'component':
      return md5(valuesOf(origin, index));
    case 'salted': {
      const own = valuesOf(origin, index);
      return md5(fingerprint.values.flatMap((value) => (value === DEFAULT ? own : [value])));
    }
    case 'custom':
      return md5(fingerprint.values);
    case 'checksum':
      return fingerprint.checksum;
    case 'hashed_checksum':
      return md5([fingerprint.raw]);
    case 'fallback':
      return md5([]);
  }
}

const known = new WeakMap<IssueRow, readonly string[]>();

/** Contributing values of the first root; cached if all hashes of an issue look the same. */
function valuesOf(origin: IssueRow, index: number): readonly string[] {
  const kept = origin.kind === undefined ? known.get(origin) : undefined;
  if (kept) {
    return kept;
  }
  const [, [root]] = componentsOf(origin, index);
  const values = root ? contributingValues(root) : [];
  known.set(origin, values);
  return values;
}

function componentsOf(origin: IssueRow, index: number): readonly [string, readonly Component[]] {
  return origin.kind === 'entryKinds'
    ? componentsOfKind(index)
    : exceptionComponents(origin, index);
}

const { python, java, go, native, php } = EMBEDDED_ISSUES;
/** Issues whose first hash was computed by Sentry alone. */
const WITHOUT_FINGERPRINT: readonly string[] = [
  EMBEDDED_ISSUES.main,
  python,
  java,
  go,
  native,
  php,
];

function fingerprintOf({ id, project, number, kind }: IssueRow, index: number): Fingerprint {
  if (kind === 'entryKinds') {
    return fingerprintOfKind(index);
  }
  if (index === 0 && WITHOUT_FINGERPRINT.includes(id)) {
    return { kind: 'component' };
  }
  // Hashed values are concatenated without separators, so two numbers must not be adjacent.
  const values = [`step ${index}`, `${project}-${number}`];
  switch (index % 4) {
    case 2:
      return { kind: 'custom', values, clientValues: values };
    case 3:
      return {
        kind: 'custom',
        values,
        matchedRule: `message:"*(${index})*" -> "${values[0]}${values[1]}"`,
      };
    default:
      return { kind: 'salted', values: [DEFAULT, ...values], clientValues: [DEFAULT, ...values] };
  }
}

function exceptionComponents(
  origin: IssueRow,
  index: number,
): readonly [string, readonly Component[]] {
  const look = appearanceOf(origin, index);
  return [
    'exception_stacktrace',
    (['app', 'system'] as const).map((variant) =>
      component(variant, [exceptionComponent(variant, look)]),
    ),
  ];
}

const withDefault = (...values: Component['values']) => [component('default', values)];
const stackTraces = (
  platform: 'python' | 'native' | 'javascript',
  wrap = (inner: Component) => inner,
) =>
  (['app', 'system'] as const).map((variant) =>
    component(variant, [wrap(stackTraceComponent(variant, STACKS[platform]))]),
  );

/** The components of each kind in `ENTRY_KINDS`, in the same order. */
const KINDS: readonly ((index: number) => readonly [string, readonly Component[]])[] = [
  () => [
    'exception_stacktrace',
    stackTraces('javascript', (inner) =>
      component('exception', [inner, component('type', ['Error'])]),
    ),
  ],
  () => ['stacktrace', stackTraces('python')],
  () => ['thread_stacktrace', stackTraces('native', (inner) => component('threads', [inner]))],
  () => [
    'message',
    // Numbers are replaced before the hash is computed.
    withDefault(
      component('message', ['Order <int> was lost'], { hint: 'stripped event-specific values' }),
    ),
  ],
  () => ['fallback', []],
  () => ['fallback', []],
  () => [
    'template',
    withDefault(
      component('template', [
        component('filename', ['cart/summary.html']),
        component('context_line', ['{% for line in lines %}']),
      ]),
    ),
  ],
  () => [
    'csp_url',
    withDefault(
      component('csp', [
        component('salt', [CSP.effective_directive]),
        component('uri', [new URL(CSP.blocked_uri).host]),
      ]),
    ),
  ],
  () => ['hpkp', withDefault(hostnameComponent('hpkp', HPKP.hostname))],
  () => ['expect_ct', withDefault(hostnameComponent('expect_ct', EXPECT_CT.hostname))],
  () => ['expect_staple', withDefault(hostnameComponent('expect_staple', EXPECT_STAPLE.hostname))],
];

function hostnameComponent(method: string, hostname: string): Component {
  return component(method, [component('salt', [method]), component('hostname', [hostname])]);
}

function componentsOfKind(index: number): readonly [string, readonly Component[]] {
  return KINDS[index]?.(index) ?? ['fallback', []];
}

/** Kinds without components have the fallback, a checksum or a fingerprint of the SDK. */
function fingerprintOfKind(index: number): Fingerprint {
  switch (index) {
    case 4:
      return { kind: 'fallback' };
    case 5:
      return { kind: 'checksum', checksum: '0cc175b9c0f1b6a831c399e269772661' };
    case 11:
      return { kind: 'hashed_checksum', raw: 'nel of shop.example.com' };
    default:
      return (KINDS[index]?.(index)[1].length ?? 0) > 0
        ? { kind: 'component' }
        : { kind: 'custom', values: [`kind ${index}`], clientValues: [`kind ${index}`] };
  }
}
