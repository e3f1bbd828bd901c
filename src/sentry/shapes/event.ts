import type { Json, Shape } from '../json.ts';
import type { ContextsJson } from './contexts.ts';
import type { EntryJson } from './entries.ts';
import type { ReleaseJson } from './organization.ts';

/** An event: full, light or with its detail. */
export type EventJson = Shape<{
  id: string;
  eventID: string;
  /** A transaction has none. */
  groupID: string | null;
  /** A number on GlitchTip. */
  projectID: string | number;
  message: string;
  title: string;
  location: string;
  culprit: string;
  platform: string;
  type: string;
  /** `type` of a light event. */
  'event.type': string;
  dist: string;
  size: number;
  dateCreated: string;
  dateReceived: string;
  tags: readonly EventTagJson[];
  user: EventUserJson;
  sdk: EventSdkJson;
  errors: readonly ProcessingErrorJson[];
  metadata: Json;
  fingerprints: readonly string[];
  contexts: ContextsJson;
  context: Json;
  packages: Json;
  /** A light event has none. */
  entries: readonly EntryJson[];
  _meta: Json;
  crashFile: Json;
  groupingConfig: GroupingConfigJson;
  occurrence: OccurrenceJson;
  startTimestamp: number;
  endTimestamp: number;
  measurements: Json;
  breakdowns: Json;
}>;

/** The additional fields of an event's detail. */
export type EventDetailJson = EventJson &
  Shape<{
    release: ReleaseJson;
    userReport: UserReportJson;
    sdkUpdates: Json;
    resolvedWith: readonly string[];
    nextEventID: string | null;
    previousEventID: string | null;
  }>;

export type EventTagJson = Shape<{ key: string; value: string; query: string; _meta: Json }>;

export type EventUserJson = Shape<{
  id: string | number;
  email: string;
  username: string;
  ip_address: string;
  name: string;
  geo: GeoJson;
  data: Json;
}>;

export type GeoJson = Shape<{
  country_code: string;
  city: string;
  region: string;
  subdivision: string;
}>;

export type EventSdkJson = Shape<{
  name: string;
  version: string;
  packages: readonly SdkPackageJson[];
  integrations: readonly string[];
  upstream: Json;
}>;

export type SdkPackageJson = Shape<{ name: string; version: string }>;

export type ProcessingErrorJson = Shape<{
  type: string;
  message: string;
  data: Json;
  /** GlitchTip has these three beside the type, Sentry in `data`. */
  name: string;
  value: Json;
  reason: string;
}>;

export type GroupingConfigJson = Shape<{ id: string; enhancements: string }>;

export type UserReportJson = Shape<{
  /** A number on GlitchTip. */
  id: string | number;
  name: string;
  email: string;
  comments: string;
  dateCreated: string;
}>;

export type OccurrenceJson = Shape<{
  id: string;
  type: number;
  issueTitle: string;
  subtitle: string;
  culprit: string;
  level: string;
  fingerprint: readonly string[];
  resourceId: string;
  priority: number;
  assignee: string;
  detectionTime: number;
  evidenceData: Json;
  evidenceDisplay: readonly EvidenceJson[];
}>;

export type EvidenceJson = Shape<{ name: string; value: string; important: boolean }>;

export type GroupingVariantJson = Shape<{
  type: string;
  description: string;
  hash: string | null;
  hashMismatch: boolean;
  /** Missing until 2025, as `hint`. */
  contributes: boolean;
  hint: string | null;
  component: GroupingComponentJson;
  values: readonly string[];
  client_values: readonly string[];
  matched_rule: string;
  checksum: string;
  raw_checksum: string;
  /** Missing since the end of 2025. */
  config: Json;
}>;

type GroupingComponentJson = Shape<{
  id: string;
  contributes: boolean;
  hint: string | null;
  /** Components, or one value. */
  values: readonly Json[];
}>;
