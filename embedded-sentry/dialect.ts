import type { Answer } from './answer.ts';
import { BODIES_SINCE_2024, type Bodies } from './bodies.ts';
import { BODIES_OF_2023 } from './bodies-2023.ts';
import type { GroupingFormat } from './grouping/info.ts';
import type { IssueSort } from './score-paging.ts';

/** Differences between releases of Sentry. */
export interface SentryDialect {
  /** Whether the hash list has full events. */
  readonly isFullHashList: (query: URLSearchParams) => boolean;
  readonly bodies: Bodies;
  /** The form of an event's grouping information. */
  readonly groupingFormat: GroupingFormat;
  /** Names of events of an issue. */
  readonly namedEvents: readonly string[];
  /** The message if an issue has no such event. */
  readonly eventNotFound: string;
  /** The message of a 404 if no commit is suspected. */
  readonly noCommitters: string;
  /** Whether `hashes=` filters a project's issues; otherwise it is ignored. */
  readonly findsIssuesByHash: boolean;
  readonly knowsProjectsByNumber: boolean;
  /** Most issues of one request for counts. */
  readonly maxIssuesOfStats: number;
  /** The message for a period of counts that is not supported. */
  readonly unknownStatsPeriod: string;
  readonly issueSorts: readonly IssueSort[];
  /** The status if a merge of issues of several projects is refused. */
  readonly mergeRefusalStatus: number;
  /** The fields for hashes that Seer merged. */
  readonly seerFields: (index: number) => object;
  /**
   * Maximum rows of a page of full events, of an issue's hashes, an issue's events or a project's
   * events.
   */
  readonly fullPageSize: number;
  readonly unmergeVerb: 'PUT' | 'DELETE';
  /** Whether activities of an unmerge have the ID of the other issue, instead of the issue. */
  readonly hasActionLog: boolean;
  /** Whether a bulk change with only unknown IDs applies to all issues, like one without IDs. */
  readonly unknownIdsMeanAll: boolean;
  /** Converts a refusal of `cursor` or `per_page` from the form of 2026. */
  readonly refusePage: (sentence: string, query: URLSearchParams) => Answer;
  /** The body of a 429: an object with a `detail`, or text. */
  readonly throttleWording: 'object' | 'text';
}

/** Event lists of every release: light events unless `full` is `1` or `true`. */
export const isFullEventList = (query: URLSearchParams) =>
  ['1', 'true'].includes(query.get('full') ?? '');

/** From mid 2026. */
const since2026: SentryDialect = {
  bodies: BODIES_SINCE_2024,
  groupingFormat: 'C',
  namedEvents: ['latest', 'oldest', 'recommended'],
  eventNotFound:
    'Event not found. The event ID may be incorrect, or its age exceeded the retention period.',
  noCommitters: 'No committers found',
  findsIssuesByHash: true,
  knowsProjectsByNumber: true,
  maxIssuesOfStats: 100,
  unknownStatsPeriod: "Invalid stats_period. Valid choices are '', '24h', '14d' and 'auto'",
  issueSorts: ['date', 'new', 'freq', 'user', 'trends', 'inbox', 'recommended'],
  mergeRefusalStatus: 400,
  isFullHashList: (query) => !['0', 'false'].includes(query.get('full') ?? ''),
  seerFields: (index) => {
    const mergedBySeer = index % 10 === 3;
    return { mergedBySeer, seerMatchDistance: mergedBySeer ? 0.01 * (1 + (index % 7)) : null };
  },
  fullPageSize: 100,
  unmergeVerb: 'PUT',
  hasActionLog: false,
  unknownIdsMeanAll: false,
  refusePage: (detail) => ({ status: 400, body: { detail } }),
  throttleWording: 'object',
};

/** Only more than 100 rows were refused; fewer than one caused an assertion error. */
function refusePageAsBefore(sentence: string, query: URLSearchParams): Answer {
  if (!sentence.startsWith('Invalid per_page value')) {
    return { status: 400, body: { detail: sentence } };
  }
  return Number(query.get('per_page')) < 1
    ? { status: 500, body: { detail: 'Internal Error', errorId: '0'.repeat(32) } }
    : { status: 400, body: { detail: 'Invalid per_page value. Cannot exceed 100.' } };
}

/** From 2024 until November of that year. */
const until2024: SentryDialect = {
  ...since2026,
  groupingFormat: 'A with hyphens',
  maxIssuesOfStats: 25,
  isFullHashList: () => true,
  seerFields: () => ({}),
  fullPageSize: 100,
  unmergeVerb: 'DELETE',
  // From after February 2024 until about the end of the year, by Sentry's source.
  unknownIdsMeanAll: true,
  refusePage: refusePageAsBefore,
  throttleWording: 'text',
};

/** Sentry 23.7.1, as it was recorded. */
const of2023: SentryDialect = {
  ...until2024,
  bodies: BODIES_OF_2023,
  namedEvents: ['latest', 'oldest'],
  eventNotFound: 'Event not found',
  noCommitters: 'Release not found',
  findsIssuesByHash: false,
  knowsProjectsByNumber: false,
  unknownStatsPeriod: "Invalid stats_period. Valid choices are '', '24h', and '14d'",
  issueSorts: ['date', 'new', 'freq', 'user', 'priority', 'inbox'],
  mergeRefusalStatus: 200,
  unknownIdsMeanAll: false,
};

/** That of 2023 is recorded; the others follow Sentry's source and pull requests. */
export const SENTRY_DIALECTS = {
  'sentry-2023': of2023,
  'sentry-2024': until2024,
  /** For some time in November 2024. */
  'sentry-2024-light': { ...until2024, isFullHashList: () => false },
  /** From then to mid 2026: any text except an empty one is true in Python. */
  'sentry-2025': {
    ...since2026,
    groupingFormat: 'B',
    maxIssuesOfStats: 25,
    isFullHashList: (query) => query.get('full') !== '',
    seerFields: (index) => ({ mergedBySeer: index % 10 === 3 }),
    refusePage: refusePageAsBefore,
  },
  'sentry-2026': since2026,
  /**
   * From September 2026 (getsentry/sentry#122718, #123694). By the pull requests, not observed in a running
   * server.
   */
  'sentry-2026-09': { ...since2026, fullPageSize: 10, hasActionLog: true },
} as const satisfies Record<string, SentryDialect>;

export const DIALECT_NAMES = [
  ...(Object.keys(SENTRY_DIALECTS) as (keyof typeof SENTRY_DIALECTS)[]),
  'glitchtip' as const,
];

/** The name of a server that the embedded Sentry imitates. */
export type DialectName = (typeof DIALECT_NAMES)[number];

export const DEFAULT_DIALECT: DialectName = 'sentry-2026-09';
