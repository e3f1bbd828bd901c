import type { ActivityJson } from './shapes/issue.ts';

/** An activity of an issue of an organization. */
export interface SentryActivity {
  readonly organization: string;
  readonly body: ActivityJson;
}
