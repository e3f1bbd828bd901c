/** Fragments that can be selected by name. */
export const READY_FRAGMENTS: ReadonlyMap<string, string> = new Map([
  [
    'hashes',
    `fragment Row on IssueHash {
  organizationSlug
  issueId
  hash
  mergedBySeer
  issue { shortId title status }
  latestEvent { eventId title platform dateCreated }
}
`,
  ],
  [
    'grouping',
    `fragment Row on IssueHash {
  organizationSlug
  issueId
  hash
  issue { shortId title }
  grouping {
    variant {
      key
      type
      description
      isHashMismatch
      fingerprint { values }
      contributingValues { path value }
    }
  }
}
`,
  ],
  [
    'events',
    `fragment Row on Event {
  organizationSlug
  issueId
  eventId
  fingerprints
  title
  message
  platform
  dateCreated
  tags { key value }
  issue { shortId title }
}
`,
  ],
]);
