import type { StoredEvent } from './dataset.ts';
import { type Body, GROUPING_CONFIG, NO_META, toMicroseconds } from './event-parts.ts';

/** An event without a stored body, as in lists and in its detail. */
export function lostBody({ id, issue, timeMs }: StoredEvent): Body {
  return {
    id,
    groupID: issue.id,
    eventID: id,
    projectID: issue.projectId,
    size: 2,
    entries: [],
    dist: null,
    message: '',
    title: '<untitled>',
    location: null,
    user: null,
    contexts: {},
    sdk: null,
    context: {},
    packages: {},
    type: 'default',
    metadata: {},
    tags: [],
    platform: null,
    dateReceived: null,
    errors: [],
    occurrence: null,
    _meta: NO_META,
    crashFile: null,
    culprit: null,
    dateCreated: toMicroseconds(timeMs),
    // The hash of nothing.
    fingerprints: ['d41d8cd98f00b204e9800998ecf8427e'],
    groupingConfig: GROUPING_CONFIG,
  };
}
