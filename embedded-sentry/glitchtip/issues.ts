import { type Answer, ok, Refusal } from '../answer.ts';
import type { Dataset, Issue } from '../dataset.ts';
import { updateIssue, updateIssues } from '../mutations.ts';
import { eventDetail, issueBody } from './bodies.ts';
import { invalid, type PagedCall, pageAnswer } from './cursor-pages.ts';

export const notFound = () => new Refusal(404, 'Not Found');

/**
 * `GET /organizations/{org}/issues/`, most recently seen first. Of the search the words of a title,
 * `is:` and event ids are understood; `id` narrows it to some issues, and so does `project`.
 */
export function listIssues(issues: readonly Issue[], call: PagedCall): Answer {
  const { query } = call;
  const [ids, projects] = [readNumbers(query, 'id'), readNumbers(query, 'project')];
  const words = (query.get('query') ?? '').trim().toLowerCase().split(/\s+/).filter(Boolean);
  const items = issues.filter(
    (issue) =>
      (ids.length === 0 || ids.includes(issue.id)) &&
      (projects.length === 0 || projects.includes(issue.projectId)) &&
      words.every((word) => matches(issue, word)),
  );
  return pageAnswer(
    {
      items: [...items].sort((one, other) => seenAt(other).localeCompare(seenAt(one))),
      positionOf: seenAt,
      isDescending: true,
    },
    call,
    issueBody,
  );
}

/** As Python writes a time. */
function seenAt({ events }: Issue): string {
  return new Date(events[0]?.timeMs ?? 0).toISOString().replace('T', ' ').replace('Z', '+00:00');
}

function matches({ title, status, events }: Issue, word: string): boolean {
  if (/^[0-9a-f]{32}$/.test(word)) {
    return events.some(({ id }) => id === word);
  }
  const [, wanted] = /^is:(\w+)$/.exec(word) ?? [];
  return wanted ? status === wanted : title.toLowerCase().includes(word);
}

function readNumbers(query: URLSearchParams, name: string): readonly string[] {
  const values = query.getAll(name);
  return values.every((value) => /^-?\d+$/.test(value))
    ? values
    : invalid(name, 'Input should be a valid integer', 'int_parsing');
}

/**
 * `PUT /organizations/{org}/issues/?id=`: echoes what it was given. A merge keeps the issue with the
 * greatest id, whatever the sizes, and its answer does not say which that was.
 */
export function changeIssues(
  dataset: Dataset,
  issues: readonly Issue[],
  call: ChangingCall,
): Answer {
  const ids = readNumbers(call.query, 'id');
  const chosen = issues.filter(({ id }) => ids.includes(id));
  const change = readChange(call.text);
  const echo = { status: change['status'] ?? null, merge: change['merge'] ?? null };
  if (echo.merge) {
    const newest = Math.max(...chosen.map(({ id }) => Number(id)));
    const rest = chosen.filter(({ id }) => Number(id) !== newest);
    const target = chosen.find(({ id }) => Number(id) === newest);
    for (const issue of target ? rest : []) {
      target?.events.push(...issue.events);
      issue.events.splice(0);
      dataset.issues.splice(dataset.issues.indexOf(issue), 1);
    }
    target?.events.sort((one, other) => other.timeMs - one.timeMs);
  } else if (chosen.length > 0) {
    updateIssues(dataset, chosen, change);
  }
  return ok(echo);
}

/** `PUT /organizations/{org}/issues/{id}/`: a status, and nothing else. */
export function changeIssue(issue: Issue | undefined, call: ChangingCall): Answer {
  if (!issue) {
    throw notFound();
  }
  const { status } = readChange(call.text);
  updateIssue(issue, status === undefined ? {} : { status });
  return ok({ ...issueBody(issue), userReportCount: 0 });
}

export interface ChangingCall extends PagedCall {
  readonly text: string;
}

function readChange(text: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(text || '{}') as Record<string, unknown>;
  } catch {
    throw new Refusal(400, 'Cannot parse request body');
  }
}

/** `GET /issues/{id}/` */
export function showIssue(issue: Issue | undefined): Answer {
  if (!issue) {
    throw notFound();
  }
  return ok({ ...issueBody(issue), userReportCount: 0 });
}

/** `GET /issues/{id}/events/latest/` and by UUID; other words are no UUID. */
export function showEvent(issue: Issue | undefined, name: string): Answer {
  const events = (issue?.events ?? []).filter(({ isGone }) => !isGone);
  const id = name.replaceAll('-', '').toLowerCase();
  if (name !== 'latest' && !/^[0-9a-f]{32}$/.test(id)) {
    throw new Refusal(422, {
      detail: [
        {
          type: 'uuid_parsing',
          loc: ['path', 'event_id'],
          msg: 'Input should be a valid UUID, invalid length',
        },
      ],
    });
  }
  const event = name === 'latest' ? events[0] : events.find((candidate) => candidate.id === id);
  if (!event) {
    throw notFound();
  }
  return ok(eventDetail(event, events));
}

/** `GET /projects/{org}/{project}/events/{uuid}/` */
export function showProjectEvent(issues: readonly Issue[], project: string, name: string): Answer {
  const id = name.replaceAll('-', '').toLowerCase();
  const issue = issues.find(
    (candidate) =>
      candidate.project === project && candidate.events.some((event) => event.id === id),
  );
  return showEvent(issue, name === 'latest' ? '' : name);
}

/** `GET /projects/{org}/{project}/` */
export function showProject(issues: readonly Issue[], slug: string): Answer {
  const issue = issues.find(({ project }) => project === slug);
  if (!issue) {
    throw notFound();
  }
  return ok(projectBody(issue));
}

/** `GET /organizations/{org}/projects/`, by name. */
export function listProjects(issues: readonly Issue[], call: PagedCall): Answer {
  const bySlug = new Map(issues.map((issue) => [issue.project, issue]));
  return pageAnswer(
    {
      items: [...bySlug.values()].sort((one, other) => one.project.localeCompare(other.project)),
      positionOf: ({ project }) => project,
    },
    call,
    projectBody,
  );
}

function projectBody({ projectId, project, platform }: Issue) {
  return { id: projectId, slug: project, name: project, platform };
}
