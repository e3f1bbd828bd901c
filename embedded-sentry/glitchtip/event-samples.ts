import type { IssueRow } from '../issues-table.ts';
import { EXCEPTION_SAMPLES } from './exception-samples.ts';
import { MESSAGE_SAMPLES } from './message-samples.ts';

/** An event of GlitchTip; absent keys are null. */
export interface EventSample {
  readonly type: 'default' | 'error' | 'csp';
  readonly platform: string | null;
  readonly title: string;
  readonly culprit: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly entries: readonly Readonly<Record<string, unknown>>[];
  readonly tags?: Readonly<Record<string, string>>;
  /** Whole numbers beyond 2^53 are bigints. */
  readonly contexts?: Readonly<Record<string, unknown>>;
  readonly context?: Readonly<Record<string, unknown>>;
  readonly user?: Readonly<Record<string, unknown>>;
  readonly sdk?: Readonly<Record<string, unknown>>;
  readonly packages?: Readonly<Record<string, string>>;
}

export const EVENT_SAMPLES: ReadonlyMap<string, EventSample> = new Map(
  Object.entries({ ...MESSAGE_SAMPLES, ...EXCEPTION_SAMPLES }),
);

const FIRST_ID = 1_341_195_000;

/** An issue of one event for each sample, of the project `oddities`. */
export const SAMPLE_ROWS: readonly IssueRow[] = [...EVENT_SAMPLES].map(
  ([sample, { title }], index) => ({
    id: String(FIRST_ID + index),
    organization: 'hellboy-meowmeow',
    project: 'oddities',
    number: String(index + 1),
    title,
    platform: 'python',
    hashes: 1,
    // Each at a different time, and newer than those of other issues.
    ageMinutes: -0.5 - index,
    sample,
  }),
);

/** The issue whose only event is this sample. */
export function sampleIssue(name: string): string {
  const row = SAMPLE_ROWS.find(({ sample }) => sample === name);
  if (!row) {
    throw new Error(`There is no sample ${name}.`);
  }
  return row.id;
}
