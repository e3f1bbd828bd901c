import type { Shape } from '../json.ts';

/** A release in issues and events. */
export type ReleaseJson = Shape<{
  version: string;
  shortVersion: string;
  ref: string;
  url: string;
  status: string;
  dateCreated: string;
  dateReleased: string;
  firstEvent: string;
  lastEvent: string;
  newGroups: number;
  commitCount: number;
  deployCount: number;
}>;
