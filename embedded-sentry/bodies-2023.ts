import { BODIES_SINCE_2024, type Bodies } from './bodies.ts';
import type { Body } from './event-parts.ts';

const LATER_ISSUE_KEYS = [
  'priority',
  'priorityLockedAt',
  'seerFixabilityScore',
  'seerAutofixLastTriggered',
  'seerExplorerAutofixLastTriggered',
];

/** Bodies as of the serializers of Sentry 23.7.1. */
export const BODIES_OF_2023: Bodies = {
  issue: (issue) => issueOf2023(BODIES_SINCE_2024.issue(issue)),
  listedIssue: (issue, counts) => issueOf2023(BODIES_SINCE_2024.listedIssue(issue, counts)),
  issueDetail(issue) {
    const body = issueOf2023(BODIES_SINCE_2024.issueDetail(issue));
    return {
      ...without(body, ['openPeriods']),
      tags: (body['tags'] as readonly Body[]).map((tag) => without(tag, ['uniqueValues'])),
      pluginActions: [],
      pluginIssues: [],
      pluginContexts: [],
    };
  },
  fullEvent(event) {
    const body = BODIES_SINCE_2024.fullEvent(event);
    return {
      ...body,
      tags: (body['tags'] as readonly Body[]).map((tag) => without(tag, ['_meta'])),
      entries: withoutSourceLinks(body['entries']),
    };
  },
  simpleEvent: (event) => without(BODIES_SINCE_2024.simpleEvent(event), ['metadata']),
  eventDetail: (extras) => without(extras, ['resolvedWith']),
  userValue: (user) => ({
    ...user,
    hash: 'cfcd208495d565ef66e7dff9f98764da',
    tagValue: user['value'],
    identifier: user['id'],
    dateCreated: user['firstSeen'],
    avatarUrl: 'https://secure.gravatar.com/avatar/d41d8cd98f00b204e9800998ecf8427e?s=32&d=mm',
  }),
  issueStats: () => ({}),
  suspectCommit: (commit) => ({
    ...commit,
    pullRequest: null,
    suspectCommitType: 'via commit in release',
    // Without an integration, as it was recorded.
    repository: {
      id: '4',
      name: 'acme/shop',
      url: null,
      provider: { id: 'unknown', name: 'Unknown Provider' },
      status: 'active',
      dateCreated: '2018-11-06T21:25:00Z',
      integrationId: null,
      externalSlug: null,
    },
    score: 2,
  }),
};

/** Annotations are HTML until July 2024 (getsentry/sentry#74648). */
function issueOf2023(body: Body): Body {
  const annotations = body['annotations'] as readonly { displayName: string; url: string }[];
  return {
    ...without(body, LATER_ISSUE_KEYS),
    annotations: annotations.map(({ displayName, url }) => `<a href="${url}">${displayName}</a>`),
  };
}

function without(body: Body, keys: readonly string[]): Body {
  return Object.fromEntries(Object.entries(body).filter(([key]) => !keys.includes(key)));
}

/** Frames at any place. */
function withoutSourceLinks(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withoutSourceLinks);
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([key]) => key !== 'sourceLink')
          .map(([key, part]) => [key, withoutSourceLinks(part)]),
      )
    : value;
}
