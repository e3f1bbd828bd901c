import { createDataset, type Dataset, type Issue } from '../../embedded-sentry/dataset.ts';
import { EMBEDDED_ISSUES, type IssueRow } from '../../embedded-sentry/issues-table.ts';
import { TOKENS } from '../../embedded-sentry/tokens.ts';

/* Replaces the names of recorded requests by names in the demo server's data. */

function row(id: number, hashes: number, more: Partial<IssueRow> = {}): IssueRow {
  return {
    id: String(id),
    organization: 'hellboy-meowmeow',
    project: 'checkout',
    number: `Z${id % 100}`,
    title: 'OSError: stock is away',
    platform: 'python',
    hashes,
    // Newer than the built-in issues, each at a different time.
    ageMinutes: 1_341_220_000 - id,
    ...more,
  };
}

const ENTRY_TYPES = [
  ...['exception', 'stacktrace', 'threads', 'message', 'breadcrumbs', 'request', 'template', 'csp'],
  ...['hpkp', 'expectct', 'expectstaple', 'nel', 'debugmeta', 'spans', 'occurrence'],
];

/** An issue whose only event has an entry of this type. */
const ofEntry = (type: string): IssueRow =>
  row(1_341_220_100 + ENTRY_TYPES.indexOf(type), 1, {
    kind: 'entryKinds',
    firstIndex: ENTRY_TYPES.indexOf(type),
  });

const PYTHON = row(1_341_220_001, 1, { eventsPerHash: 6 });
/** Its event has a fingerprint of the SDK. */
const FINGERPRINT = row(1_341_220_020, 1, { firstIndex: 2, platform: 'php' });
/** Its event has no fingerprint of the SDK. */
const EXCEPTION = ofEntry('exception');
/** Nothing of its event can be compared. */
const BARE = ofEntry('breadcrumbs');
const MANY_HASHES = row(1_341_220_004, 138);
const LOST = row(1_341_220_054, 1, { kind: 'goneEvent', firstIndex: 1 });
const [FIRST_SMALL, SECOND_SMALL, THIRD_SMALL, FOURTH_SMALL] = [36, 37, 38, 39].map((number) =>
  row(1_341_220_000 + number, number % 2 === 0 ? 1 : 2),
) as [IssueRow, IssueRow, IssueRow, IssueRow];

const MERGED_AWAY = '1341220219';

/** By the recorded issue's number. */
const ROWS: Readonly<Record<string, IssueRow>> = {
  1: PYTHON,
  2: row(1_341_220_002, 1, { platform: 'javascript', project: 'inventory' }),
  3: row(1_341_220_003, 1, { platform: 'native' }),
  4: row(1_341_220_014, 1, { platform: 'java' }),
  5: ofEntry('csp'),
  6: ofEntry('expectct'),
  7: ofEntry('hpkp'),
  8: ofEntry('expectstaple'),
  9: ofEntry('message'),
  12: ofEntry('stacktrace'),
  13: ofEntry('template'),
  14: row(1_341_220_015, 1),
  20: FINGERPRINT,
  21: EXCEPTION,
  22: BARE,
  36: FIRST_SMALL,
  37: SECOND_SMALL,
  38: THIRD_SMALL,
  39: FOURTH_SMALL,
  104: MANY_HASHES,
  353: ofEntry('occurrence'),
  354: LOST,
};

/** Recorded issues that are replaced by another recorded issue of the same kind. */
const SAME_KIND: Readonly<Record<string, string>> = {
  10: '9',
  11: '9',
  15: '14',
  16: '14',
  17: '9',
  19: '14',
  26: '14',
  352: '14',
};

/** As many as in the recorded list of issues without users; one of them has no events. */
const WITHOUT_USERS = Array.from({ length: 18 }, (_, index) =>
  row(1_341_221_000 + index, 1, { users: 0 }),
);

export const createContractDataset = (): Dataset => {
  const extraRows = [...Object.values(ROWS), ...WITHOUT_USERS];
  const dataset = createDataset({ extraRows, unmergeDelayMs: 0 });
  dataset.redirects.set(MERGED_AWAY, MANY_HASHES.id);
  for (const issue of dataset.issues.filter(({ id }) => id === EMBEDDED_ISSUES.php)) {
    issue.status = 'resolved';
  }
  return dataset;
};

export const BEARERS: Readonly<Record<string, string | null>> = {
  full: TOKENS.everyScope.text,
  none: null,
  unknown: 'sntryu_nobody',
  orgonly: TOKENS.withoutEvents.text,
  outside: TOKENS.outsider.text,
  eventonly: TOKENS.eventRead.text,
  readonly: TOKENS.eventRead.text,
  limited: TOKENS.everyScope.text,
  ownernoteam: TOKENS.noTeam.text,
};

/** Two names of tokens in the recordings are ambiguous. */
export const BEARERS_BY_NAME: Readonly<Record<string, string>> = {
  'tokens 3': 'sntrys_nobody',
  'tokens 4': TOKENS.organizationCi.text,
};

export function counterpartOf(number: string): string {
  const known = ROWS[SAME_KIND[number] ?? number];
  if (number === '219') {
    return MERGED_AWAY;
  }
  return known?.id ?? (number.length > 5 ? number : `4044040${number}`);
}

/** A project, a short ID and an event of the demo server's data, by their names in the recordings. */
export function replacementsFor({ issues }: Dataset): readonly (readonly [string, string])[] {
  const find = (wanted: string): Issue => {
    const issue = issues.find(({ id }) => id === wanted);
    if (!issue) {
      throw new Error(`There is no issue ${wanted}.`);
    }
    return issue;
  };
  const eventOf = (wanted: string) => find(wanted).events[0]?.id ?? '';
  const csp = find(counterpartOf('5'));
  const many = find(MANY_HASHES.id);
  return [
    ['20203626f3fe39c0519088f590fbbd11', eventOf(PYTHON.id)],
    ['5cbc1158bd803d875badc96cc7f0806d/grouping', `${eventOf(EXCEPTION.id)}/grouping`],
    ['5cbc1158bd803d875badc96cc7f0806d', eventOf(PYTHON.id)],
    ['d0bb756641bb8bc37cf0c1e731849de8', eventOf(FINGERPRINT.id)],
    ['2765a253f0faa118fb302ec45f383f2b', eventOf(BARE.id)],
    ['e39639be7a605a91330698a1c0093492', eventOf(counterpartOf('9'))],
    ['b878ce496f239fa463d2c5d968195a41', many.events[5]?.hash ?? ''],
    ['SECURITY-1', csp.shortId],
    ['BACKEND-6K', many.shortId],
    ['BACKEND-ZZZ', 'CHECKOUT-ZZZ'],
    ['/acme/', '/hellboy-meowmeow/'],
    ['/other/', '/other-org/'],
    ['/nope/', '/nowhere/'],
    ['/backend/', '/checkout/'],
    ['/mobile/', '/checkout/'],
    ['/hellboy-meowmeow/2/', `/hellboy-meowmeow/${csp.projectId}/`],
  ];
}

/** Teams and users in recorded changes. */
export const bodyLike = (body: unknown): string =>
  JSON.stringify(body).replace('team:2', 'team:4509');

/** Numbers of projects: one with issues, one of another platform, one without unresolved issues. */
export function projectOf({ issues }: Dataset, number: string): string {
  const { php, python } = EMBEDDED_ISSUES;
  const issue = { 2: PYTHON.id, 3: python, 7: php }[number];
  return issues.find(({ id }) => id === issue)?.projectId ?? number;
}

export function newestEvent({ issues }: Dataset, issue: string): string {
  return issues.find(({ id }) => id === issue)?.events[0]?.id ?? '';
}
