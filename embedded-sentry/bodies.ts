import type { Issue, StoredEvent } from './dataset.ts';
import { type Body, fullBody, simpleBody } from './event-body.ts';
import { issueBody, issueDetail } from './issue-body.ts';

/** What a release's serializers write. */
export interface Bodies {
  readonly issue: (issue: Issue) => Body;
  readonly issueDetail: (issue: Issue) => Body;
  /** Null where the body is lost. */
  readonly fullEvent: (event: StoredEvent) => Body | null;
  readonly simpleEvent: (event: StoredEvent) => Body | null;
  /** What an event's own page has besides, of the keys of 2026. */
  readonly eventDetail: (extras: Body) => Body;
}

export const BODIES_SINCE_2024: Bodies = {
  issue: issueBody,
  issueDetail,
  fullEvent: fullBody,
  simpleEvent: simpleBody,
  eventDetail: (extras) => extras,
};
