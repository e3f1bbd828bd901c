/** Numeric IDs of issues in the built-in data, by their special property. */
export const EMBEDDED_ISSUES = {
  /** The documentation's issue: 250 hashes, the first of which is the documentation's sample. */
  main: '1341191803',
  empty: '1341191900',
  one: '1341191901',
  twenty: '1341191920',
  ninetyNine: '1341191999',
  hundred: '1341192000',
  hundredAndOne: '1341192001',
  thousand: '1341193000',
  /** The newest event of its second hash has no body. */
  goneEvent: '1341191904',
  python: '1341192010',
  java: '1341192011',
  go: '1341192012',
  native: '1341192013',
  php: '1341192014',
  /** One hash for each kind of entry, and for each type of event. */
  entryKinds: '1341192015',
  /** In the same project as `twenty`, with fewer events and a greater ID. */
  five: '1341194000',
  /** Merged into `twenty`. */
  mergedAway: '1341191800',
  /** Being deleted: 404. */
  beingDeleted: '1341191801',
  /** Of the organization `other-org`. */
  foreign: '2000000001',
} as const;

export type Platform = 'javascript' | 'python' | 'java' | 'go' | 'native' | 'php';

export interface IssueRow {
  readonly id: string;
  readonly organization: 'hellboy-meowmeow' | 'other-org';
  /** Slug of its project, which is part of the short ID. */
  readonly project: string;
  /** The number in its short id, in Sentry's base 32. */
  readonly number: string;
  readonly title: string;
  readonly platform: Platform;
  readonly hashes: number;
  /** Number of events of each hash. @default 1, and 3 for every fourth hash */
  readonly eventsPerHash?: number;
  /** Number of affected users. @default one for each event, at most 40 */
  readonly users?: number;
  readonly status?: string;
  /** `varied`: its hashes differ in title, culprit, platform and stack trace. */
  readonly kind?: 'entryKinds' | 'goneEvent' | 'varied';
  /** The number of its first hash; bodies depend on these numbers. @default 0 */
  readonly firstIndex?: number;
  /** How much older its newest event is than those of other issues. @default 0 */
  readonly ageMinutes?: number;
  /** The GlitchTip sample that is its only event. */
  readonly sample?: string;
}

/** The surviving issue of each merged one (Sentry's `GroupRedirect`). */
export const REDIRECTS: ReadonlyMap<string, string> = new Map([
  [EMBEDDED_ISSUES.mergedAway, EMBEDDED_ISSUES.twenty],
]);

const OURS = {
  organization: 'hellboy-meowmeow',
  project: 'checkout',
  platform: 'javascript',
} as const;

export const ISSUE_ROWS: readonly IssueRow[] = [
  {
    ...OURS,
    id: EMBEDDED_ISSUES.main,
    number: '1',
    title: 'This is an example Python exception',
    hashes: 250,
    kind: 'varied',
  },
  { ...OURS, id: EMBEDDED_ISSUES.empty, number: '2', title: 'Slow checkout page', hashes: 0 },
  {
    ...OURS,
    id: EMBEDDED_ISSUES.one,
    number: '4F',
    title: 'TypeError: cart is undefined',
    hashes: 1,
  },
  {
    ...OURS,
    id: EMBEDDED_ISSUES.twenty,
    number: '4G',
    title: 'RangeError: Invalid array length',
    hashes: 20,
  },
  {
    ...OURS,
    id: EMBEDDED_ISSUES.ninetyNine,
    number: '5',
    title: 'ChunkLoadError: Loading chunk 7 failed',
    hashes: 99,
  },
  {
    ...OURS,
    id: EMBEDDED_ISSUES.hundred,
    number: '6',
    title: 'NetworkError: Failed to fetch',
    hashes: 100,
  },
  {
    ...OURS,
    id: EMBEDDED_ISSUES.hundredAndOne,
    number: '7',
    title: 'AbortError: The user aborted a request',
    hashes: 101,
  },
  {
    ...OURS,
    id: EMBEDDED_ISSUES.thousand,
    number: '8',
    title: 'Error: Minified React error #310',
    hashes: 1_000,
    kind: 'varied',
  },
  {
    ...OURS,
    id: EMBEDDED_ISSUES.goneEvent,
    number: '9',
    title: 'QuotaExceededError: Storage is full',
    hashes: 3,
    kind: 'goneEvent',
  },
  {
    ...OURS,
    id: EMBEDDED_ISSUES.beingDeleted,
    number: 'A',
    title: 'Error: An old friend',
    hashes: 2,
    status: 'pending_deletion',
  },
  {
    ...OURS,
    id: EMBEDDED_ISSUES.python,
    project: 'billing',
    platform: 'python',
    number: '1',
    title: "KeyError: 'currency'",
    hashes: 6,
  },
  {
    ...OURS,
    id: EMBEDDED_ISSUES.java,
    project: 'inventory',
    platform: 'java',
    number: '1',
    title: 'NullPointerException: stock is null',
    hashes: 6,
  },
  {
    ...OURS,
    id: EMBEDDED_ISSUES.go,
    project: 'shipping',
    platform: 'go',
    number: '1',
    title: '*net.OpError: connection refused',
    hashes: 6,
  },
  {
    ...OURS,
    id: EMBEDDED_ISSUES.native,
    project: 'scanner',
    platform: 'native',
    number: '1',
    title: 'EXC_BAD_ACCESS: read at 0x10',
    hashes: 6,
  },
  {
    ...OURS,
    id: EMBEDDED_ISSUES.php,
    project: 'storefront',
    platform: 'php',
    number: '1',
    title: 'PDOException: Too many connections',
    hashes: 6,
  },
  {
    ...OURS,
    id: EMBEDDED_ISSUES.entryKinds,
    number: 'B',
    title: 'One of each kind of entry',
    hashes: 15,
    kind: 'entryKinds',
  },
  ...Array.from({ length: 20 }, (_, index) => ({
    ...OURS,
    id: String(1_341_194_000 + index),
    number: `C${index}`,
    title: `PaymentError: Provider ${index + 1} declined`,
    hashes: 5 + index,
  })),
  {
    ...OURS,
    organization: 'other-org',
    project: 'secrets',
    id: EMBEDDED_ISSUES.foreign,
    number: '1',
    title: 'Error: Nobody else may read this',
    hashes: 2,
  },
];
