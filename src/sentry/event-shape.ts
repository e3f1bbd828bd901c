/** Fields of a GraphQL type: `true` for the whole field, or the included fields below it. */
export interface LightSelection {
  readonly [field: string]: true | LightSelection;
}

/**
 * The fields of `Event` that `SimpleEventSerializer` returns. Its `user` lacks `name`, `geo` and `data`; its tags may
 * lack `_meta`.
 */
export const LIGHT_EVENT: LightSelection = {
  id: true,
  eventId: true,
  sentryId: true,
  issueId: true,
  organizationSlug: true,
  issue: true,
  projectId: true,
  project: true,
  // These nine take a request of their own for any event.
  release: true,
  previousEvent: true,
  nextEvent: true,
  resolvedWith: true,
  userReport: true,
  sdkUpdates: true,
  grouping: true,
  attachments: true,
  suspectCommits: true,
  message: true,
  title: true,
  location: true,
  culprit: true,
  platform: true,
  type: true,
  dateCreated: true,
  crashFile: true,
  metadata: true,
  tags: { key: true, value: true, query: true },
  user: { id: true, email: true, username: true, ipAddress: true },
};
