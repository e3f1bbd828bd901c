/** Runs unchanged on the demo Sentry. */
export interface ExampleOperation {
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Values for the variables of the example operations. */
interface ExampleNames {
  readonly organization: string;
  readonly issue: string;
  readonly project: string;
  /** A hash of the project. */
  readonly hash: string;
  /** The short ID of the issue. */
  readonly shortId: string;
  /** Two hashes of the issue. */
  readonly hashes: readonly string[];
  /** Address of the issue in Sentry. */
  readonly url: string;
}

/** An issue of the demo Sentry. */
export const DEMO_NAMES: ExampleNames = {
  organization: 'hellboy-meowmeow',
  issue: '1341191803',
  shortId: 'CHECKOUT-1',
  project: 'checkout',
  hash: '9999aaaaca8b46d797c23c6077c6ff01',
  hashes: ['4041ec2dc6c43dbd46dac785d40dc7b8', 'bd5a0593b74218ce577d5ce42aab73ae'],
  url: 'https://hellboy-meowmeow.sentry.io/issues/1341191803/',
};

/** For users with a Sentry of their own, who replace them. */
export const PLACEHOLDER_NAMES: ExampleNames = {
  organization: 'YOUR-ORGANIZATION',
  issue: 'PROJECT-1',
  shortId: 'PROJECT-1',
  project: 'YOUR-PROJECT',
  hash: '32-HEXADECIMAL-DIGITS',
  hashes: ['32-HEXADECIMAL-DIGITS', 'OTHER-HEXADECIMAL-DIGITS'],
  url: 'https://YOUR-ORGANIZATION.sentry.io/issues/1/',
};

/** The tabs that the explorers open with, the simplest first. */
export function createExampleOperations({
  organization,
  issue,
  project,
  hash,
  hashes,
  shortId,
  url,
}: ExampleNames): readonly ExampleOperation[] {
  return [
    {
      document: `# An issue's hashes, each with its latest event:
# one request to Sentry for the whole page, and
# one for the issue's title. The button runs it.
query LatestEvents(
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
      document: `# A page of any size, starting after any edge.
# For the next page, copy endCursor into "after".
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
# the list, and one for the hashes of each issue,
# in parallel.
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
      document: `# Find the issue that a hash belongs to.
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
      document: `# The latest event's stack trace with source lines.
# Only this example requests full events.
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
    {
      document: `# Why each event is in its hash: the fingerprint
# and its rule, or the values of the stack trace.
# One request to Sentry for each hash.
query WhyThisHash(
  $organization: String!
  $issue: String!
) {
  issue(organization: $organization, id: $issue) {
    hashes(first: 4) {
      nodes {
        hash
        grouping {
          variant {
            type
            description
            fingerprint {
              values
              matchedRule
            }
            contributingValues {
              path
              value
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
    {
      document: `# Why two hashes are two: the values that made
# them side by side. Copy hashes from another tab.
query CompareHashes(
  $organization: String!
  $issue: String!
  $hashes: [String!]!
) {
  issue(organization: $organization, id: $issue) {
    compareHashes(hashes: $hashes) {
      rows(different: true) {
        path
        values
      }
    }
  }
}
`,
      variables: { organization, issue, hashes },
    },
    {
      document: `# Move hashes to a new issue ("unmerge"). Sentry
# responds first and moves them later: the next tab
# shows the new issue. Needs the scope event:write.
mutation Unmerge($input: UnmergeIssueHashesInput!) {
  unmergeIssueHashes(input: $input) {
    accepted
    isAsynchronous
  }
}
`,
      variables: {
        input: { issue: `${organization}/${shortId}`, hashes: hashes.slice(0, 1) },
      },
    },
    {
      document: `# What became of merges and unmerges: the issues
# that they led to.
query MergesAndUnmerges(
  $organization: String!
  $issue: String!
) {
  issue(organization: $organization, id: $issue) {
    activity(
      types: ["merge", "unmerge_source", "unmerge_destination"]
    ) {
      type
      dateCreated
      ... on MergeActivity {
        mergedIssueIds
      }
      ... on UnmergeSourceActivity {
        hashes
        destination {
          shortId
        }
      }
      ... on UnmergeDestinationActivity {
        hashes
        source {
          shortId
        }
      }
    }
  }
}
`,
      variables: { organization, issue },
    },
    {
      document: `# Counts of the events that match a search, beside
# those of all events, of another search and by day,
# and where they happened.
query SearchCounts($organization: String!) {
  organization(slug: $organization) {
    issues(first: 5, query: "level:error") {
      nodes {
        shortId
        title
        filtered {
          count
          userCount
        }
        lifetime {
          count
          userCount
        }
        staging: filtered(query: "environment:staging") {
          count
        }
        trend(period: "14d") {
          start
          count
        }
        tagValues(key: "environment", first: 3) {
          nodes {
            value
            count
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
      document: `# What may have caused an issue: the commits that
# Sentry suspects, the application's own frames, the
# files of the event and the tickets of the issue.
query Causes(
  $organization: String!
  $issue: String!
) {
  issue(organization: $organization, id: $issue) {
    externalIssues {
      displayName
      url
    }
    latestEvent {
      suspectCommits {
        commitId
        message
        author {
          name
        }
      }
      attachments {
        name
        size
        path
      }
      entries {
        ... on ExceptionEntry {
          values {
            stacktrace {
              frames(inApp: true) {
                function
                filename
              }
            }
          }
        }
      }
    }
    events(first: 1, environment: "prod") {
      totalCount
    }
  }
}
`,
      variables: { organization, issue },
    },
    {
      document: `# The issue, event or project at an address that
# was copied from the browser, and one of its hashes.
query Resource($url: String!, $hash: String!) {
  resource(url: $url) {
    __typename
    id
    ... on Issue {
      shortId
      title
      hash(hash: $hash) {
        latestEvent {
          title
        }
      }
    }
    ... on Event {
      title
      dateCreated
    }
    ... on Project {
      slug
      name
    }
  }
}
`,
      variables: { url, hash },
    },
    {
      document: `# Archive an issue until it happens more often, and
# assign it to a user ("mel"), a team ("#backend") or
# nobody. Needs the scope event:write.
mutation Archive($input: UpdateIssueInput!) {
  updateIssue(input: $input) {
    issue {
      status
      substatus
      assignedTo {
        name
      }
    }
  }
}
`,
      variables: {
        input: {
          issue: `${organization}/${shortId}`,
          archive: { untilEscalating: true },
          unassign: true,
        },
      },
    },
    {
      document: `# Add a comment to an issue.
mutation AddNote($input: AddIssueNoteInput!) {
  addIssueNote(input: $input) {
    note {
      text
      user {
        name
      }
    }
  }
}
`,
      variables: {
        input: { issue: `${organization}/${shortId}`, text: 'Seen in **production**.' },
      },
    },
    {
      document: `# The rules by which a project groups events, and
# the issues of several of its hashes.
query ProjectHashes(
  $organization: String!
  $project: String!
  $hashes: [String!]!
) {
  organization(slug: $organization) {
    project(slug: $project) {
      grouping {
        configuration
        fingerprintingRules
        enhancements
      }
    }
    issuesByHash(hashes: $hashes, projects: [$project]) {
      hash
      issue {
        shortId
        title
      }
    }
  }
}
`,
      variables: { organization, project, hashes },
    },
    {
      document: `# The organizations that the token can access, each
# with its newest issues.
query Organizations($after: String) {
  organizations(first: 10, after: $after) {
    nodes {
      slug
      issues(first: 3) {
        nodes {
          shortId
          title
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`,
      variables: { after: null },
    },
  ];
}
