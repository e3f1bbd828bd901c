import type { Shape } from '../json.ts';

export type OrganizationJson = Shape<{
  id: string;
  slug: string;
  name: string;
  dateCreated: string;
}>;

/** A project in its detail, in lists, or in an issue, which has four of the keys. */
export type ProjectJson = Shape<{
  id: string | number;
  slug: string;
  name: string;
  platform: string;
  dateCreated: string;
  status: string;
  isMember: boolean;
  hasAccess: boolean;
  isBookmarked: boolean;
  features: readonly string[];
  firstEvent: string;
  /** Only in the detail, as the next four. */
  groupingConfig: string;
  groupingEnhancements: string;
  fingerprintingRules: string;
  secondaryGroupingConfig: string | null;
  /** Seconds since 1970; 0 if there is none. */
  secondaryGroupingExpiry: number;
}>;

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
