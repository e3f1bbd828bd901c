/** An operation that a newcomer can run as it stands on the embedded Sentry. */
export interface ExampleOperation {
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Names of an issue, as the tour's variables hold them. */
export interface TourNames {
  readonly organization: string;
  readonly issue: string;
  /** A project, and one of its hashes. */
  readonly project: string;
  readonly hash: string;
}

/** Issues of the embedded Sentry's data. */
export const EMBEDDED_NAMES: TourNames = {
  organization: 'hellboy-meowmeow',
  issue: '1341191803',
  project: 'checkout',
  hash: '9999aaaaca8b46d797c23c6077c6ff01',
};

/** To be filled in by whoever has a Sentry of their own. */
export const PLACEHOLDER_NAMES: TourNames = {
  organization: 'YOUR-ORGANIZATION',
  issue: 'PROJECT-1',
  project: 'YOUR-PROJECT',
  hash: '32-HEXADECIMAL-DIGITS',
};

/** What the explorers open with, the simplest first. Each is named for what it shows. */
export function createTour({
  organization,
  issue,
  project,
  hash,
}: TourNames): readonly ExampleOperation[] {
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
# the list, one for the hashes of each, side by side.
query ManyIssues($organization: String!) {
  organization(slug: $organization) {
    issues(first: 5) {
      nodes {
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
    }
  }
}
`,
      variables: { organization },
    },
    {
      document: `# From a hash that you met somewhere to its issue.
query HashToIssue(
  $organization: String!
  $project: String!
  $hash: String!
) {
  organization(slug: $organization) {
    project(slug: $project) {
      issueByHash(hash: $hash) {
        shortId
        title
        permalink
      }
    }
  }
}
`,
      variables: { organization, project, hash },
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
