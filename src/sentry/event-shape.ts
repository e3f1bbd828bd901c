/** Fields of a GraphQL type: `true` with all below it, or the fields of its type that are meant. */
export interface LightSelection {
  readonly [field: string]: true | LightSelection;
}

/**
 * What `SimpleEventSerializer` answers of the type `Event`. Its `user` lacks `name`, `geo` and
 * `data`; its tags may lack `_meta`.
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
  // These six have a request of their own, whatever the event came with.
  release: true,
  previousEvent: true,
  nextEvent: true,
  resolvedWith: true,
  userReport: true,
  sdkUpdates: true,
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
