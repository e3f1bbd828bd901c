import { type Answer, ok, Refusal } from './answer.ts';
import type { StoredEvent } from './dataset.ts';
import { toMicroseconds } from './event-parts.ts';
import { PERSON } from './issue-state.ts';
import type { Platform } from './issues-table.ts';
import { paginateByPage } from './paging.ts';
import type { RoutedRequest } from './router.ts';

const FILES: readonly (readonly [string, string, string, string, number, readonly Platform[]])[] = [
  ['12', 'minidump.dmp', 'event.minidump', 'application/x-dmp', 9_400, ['native']],
  ['11', 'screenshot.png', 'event.attachment', 'image/png', 2_048, ['native', 'python']],
];

/** `…/events/{event id}/attachments/`, by name: of issues in native code and in Python. */
export function listAttachments(
  { id, timeMs, origin }: StoredEvent,
  request: RoutedRequest,
): Answer {
  const dateCreated = toMicroseconds(timeMs);
  const files = FILES.filter(([, , , , , platforms]) => platforms.includes(origin.platform));
  const { items, link } = paginateByPage(files, request);
  return ok(
    items.map(([attachment, name, type, mimetype, size]) => ({
      id: attachment,
      name,
      headers: { 'Content-Type': mimetype },
      mimetype,
      size,
      sha1: 'da39a3ee5e6b4b0d3255bfef95601890afd80709',
      dateCreated,
      type,
      event_id: id,
    })),
    { link },
  );
}

/** `…/events/{event id}/committers/`: of issues in Python. */
export function listCommitters({ origin }: StoredEvent, { dialect }: RoutedRequest): Answer {
  if (origin.platform !== 'python') {
    throw new Refusal(404, dialect.noCommitters);
  }
  return ok({ committers: [{ author: PERSON, commits: [dialect.bodies.suspectCommit(COMMIT)] }] });
}

const COMMIT = {
  id: '6ba09a7c53235ee8a8fa5ee4c1ca8ca886e7fdbb',
  message: 'Refund in the currency of the order\n\nFixes #12',
  dateCreated: '2020-06-01T08:00:00Z',
  pullRequest: {
    id: '31',
    title: 'Refund in the currency of the order',
    message: null,
    dateCreated: '2020-06-01T07:00:00Z',
    externalUrl: 'https://github.com/acme/shop/pull/31',
  },
  suspectCommitType: 'via SCM integration',
  repository: {
    id: '4',
    name: 'acme/shop',
    url: 'https://github.com/acme/shop',
    provider: { id: 'integrations:github', name: 'GitHub' },
    status: 'active',
    dateCreated: '2018-11-06T21:25:00Z',
    integrationId: '12',
    externalSlug: 'acme/shop',
  },
};
