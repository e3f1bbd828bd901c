import { type Answer, ok } from '../answer.ts';
import type { Issue, StoredEvent } from '../dataset.ts';
import { notFound } from './answers.ts';
import { pageAnswer } from './cursor-pages.ts';
import type { PageReading } from './cursors.ts';
import { eventBody, eventBodyInSnakeCase, eventDetail } from './event-body.ts';
import { byReceipt } from './orders.ts';
import { eventsOf } from './tables.ts';

/** `GET /issues/{id}/events/`: an empty list for an unknown issue. */
export function listIssueEvents(issue: Issue | undefined, reading: PageReading): Answer {
  return pageAnswer(issue ? eventsOf(issue) : [], byReceipt, reading, eventBodyInSnakeCase);
}

/** `GET /projects/{org}/{project}/events/` */
export function listProjectEvents(issues: readonly Issue[], reading: PageReading): Answer {
  return pageAnswer(issues.flatMap(eventsOf), byReceipt, reading, eventBody);
}

/** `GET /issues/{id}/events/{uuid}/` and `latest`; with its neighbours in the issue. */
export function showIssueEvent(issue: Issue | undefined, id: string | null): Answer {
  return showEvent(issue ? eventsOf(issue) : [], id);
}

/** `GET /projects/{org}/{project}/events/{uuid}/`, with its neighbours in the whole project. */
export function showProjectEvent(issues: readonly Issue[], id: string): Answer {
  return showEvent(issues.flatMap(eventsOf), id);
}

/** @param id Null for the newest. */
function showEvent(events: readonly StoredEvent[], id: string | null): Answer {
  const newestFirst = [...events].sort((one, other) => other.timeMs - one.timeMs);
  const event = id === null ? newestFirst[0] : newestFirst.find((candidate) => candidate.id === id);
  if (!event) {
    throw notFound();
  }
  return ok(eventDetail(event, newestFirst));
}
