/** An operation that a newcomer can run as it stands on the embedded Sentry. */
export interface TourStop {
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Names of an issue, as the tour's variables hold them. */
export interface TourNames {
  readonly organization: string;
  readonly issue: string;
  readonly others: readonly [string, string];
}

/** Issues of the embedded Sentry's data. */
export const EMBEDDED_NAMES: TourNames = {
  organization: 'hellboy-meowmeow',
  issue: '1341191803',
  others: ['1341192010', '1341192011'],
};

/** To be filled in by whoever has a Sentry of their own. */
export const NAMES_TO_FILL_IN: TourNames = {
  organization: 'YOUR-ORGANIZATION',
  issue: 'PROJECT-1',
  others: ['PROJECT-2', 'PROJECT-3'],
};

/** What the explorers open with, the simplest first. Each is named for what it shows. */
export function createTour({ organization, issue, others }: TourNames): readonly TourStop[] {
  return [
    {
      document: `# An issue's hashes, each with its newest event:
# one request to Sentry for the whole page, and
# one for the issue's title. The button runs it.
query NewestEvents(
  $organization: String!
  $issue: String!
) {
  issue(organization: $organization, id: $issue) {
    title
    hashes(first: 3) {
      nodes {
        hash
        latestEvent {
          title
          platform
          dateCreated
        }
      }
    }
  }
}
`,
      variables: { organization, issue },
    },
    {
      document: `# A page of any size, from any edge on.
# For the next one, copy endCursor into "after".
query Paging(
  $organization: String!
  $issue: String!
  $after: String
) {
  issue(organization: $organization, id: $issue) {
    hashes(first: 2, after: $after) {
      edges {
        cursor
        node {
          hash
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
}
`,
      variables: { organization, issue, after: null },
    },
    {
      document: `# Many issues at once: one request to Sentry for
# their details, one for the hashes of each.
query ManyIssues(
  $organization: String!
  $one: String!
  $two: String!
  $three: String!
) {
  organization(slug: $organization) {
    one: issue(id: $one) {
      ...Summary
    }
    two: issue(id: $two) {
      ...Summary
    }
    three: issue(id: $three) {
      ...Summary
    }
  }
}

fragment Summary on Issue {
  shortId
  title
  count
  hashes(first: 2) {
    nodes {
      hash
      latestEvent {
        title
      }
    }
  }
}
`,
      variables: { organization, one: issue, two: others[0], three: others[1] },
    },
    {
      document: `# From a hash back to its issue.
query HashToIssue(
  $organization: String!
  $issue: String!
) {
  issue(organization: $organization, id: $issue) {
    hashes(first: 1) {
      nodes {
        id
        hash
        issue {
          shortId
          title
          permalink
        }
      }
    }
  }
}
`,
      variables: { organization, issue },
    },
    {
      document: `# The newest event's stack trace, with its source.
# Sentry sends full events for this one only.
query StackTrace(
  $organization: String!
  $issue: String!
) {
  issue(organization: $organization, id: $issue) {
    hashes(first: 1) {
      nodes {
        latestEvent {
          title
          entries {
            ... on ExceptionEntry {
              values {
                type
                value
                stacktrace {
                  frames {
                    function
                    filename
                    lineNo
                    context {
                      lineNo
                      line
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}
`,
      variables: { organization, issue },
    },
  ];
}
