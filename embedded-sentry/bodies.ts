import type { Issue, StoredEvent } from './dataset.ts';
import { fullBody, simpleBody } from './event-body.ts';
import type { Body } from './event-parts.ts';
import { type Counts, issueBody, issueDetail, listedIssue } from './issue-body.ts';

/** Bodies as of the serializers of a release. */
export interface Bodies {
  readonly issue: (issue: Issue) => Body;
  /** As in lists of an organization. */
  readonly listedIssue: (issue: Issue, counts: Counts) => Body;
  readonly issueDetail: (issue: Issue) => Body;
  readonly fullEvent: (event: StoredEvent) => Body;
  readonly simpleEvent: (event: StoredEvent) => Body;
  /** The additional keys of an event's detail, as of 2026. */
  readonly eventDetail: (extras: Body) => Body;
  readonly suspectCommit: (commit: Body) => Body;
  /** A user as the value of a tag. */
  readonly userValue: (user: Body) => Body;
  /** The additional keys of an issue's counts, as of 2026. */
  readonly issueStats: (extras: Body) => Body;
}

export const BODIES_SINCE_2024: Bodies = {
  issue: issueBody,
  listedIssue,
  issueDetail,
  fullEvent: fullBody,
  simpleEvent: simpleBody,
  eventDetail: (extras) => extras,
  suspectCommit: (commit) => commit,
  userValue: (user) => user,
  issueStats: (extras) => extras,
};
