import { type Answer, Refusal } from '../answer.ts';
import type { Issue } from '../dataset.ts';
import { PERSON } from '../issue-state.ts';
import { readObject } from './changes.ts';
import { pageAnswer } from './cursor-pages.ts';
import type { PageReading } from './cursors.ts';
import { hasComments } from './issue-body.ts';
import { toMilliseconds } from './json.ts';
import { invalid } from './parameters.ts';

interface Comment {
  readonly id: number;
  readonly text: string;
  readonly timeMs: number;
}

/** Comments that were added, by issue. */
const added = new WeakMap<Issue, Comment[]>();

/** `GET /issues/{id}/comments/` */
export function listComments(issue: Issue | undefined, reading: PageReading): Answer {
  const byId = { keyOf: ({ id }: Comment) => id, print: String, parse: Number };
  return pageAnswer(issue ? commentsOf(issue) : [], byId, reading, commentBody);
}

/** `POST /issues/{id}/comments/` with `{"data": {"text": …}}`, by GlitchTip's source. */
export function addComment(issue: Issue | undefined, text: string): Answer {
  if (!issue) {
    throw new Refusal(400, 'Issue does not exist');
  }
  const comment = { id: commentsOf(issue).length + 1, text, timeMs: Date.now() };
  added.set(issue, [...(added.get(issue) ?? []), comment]);
  return { status: 201, body: commentBody(comment) };
}

export function readComment(body: string): string {
  const { data } = readObject(body) as { readonly data?: { readonly text?: unknown } };
  const location = ['body', 'payload', 'data'];
  if (data === undefined) {
    return invalid(location, 'missing', 'Field required');
  }
  return typeof data.text === 'string'
    ? data.text
    : invalid([...location, 'text'], 'string_type', 'Input should be a valid string');
}

function commentsOf(issue: Issue): readonly Comment[] {
  const builtIn = { id: 1, text: 'Looking into it.', timeMs: issue.events[0]?.timeMs ?? 0 };
  return [...(hasComments(issue) ? [builtIn] : []), ...(added.get(issue) ?? [])];
}

function commentBody({ id, text, timeMs }: Comment) {
  return {
    data: { text },
    type: 'note',
    dateCreated: toMilliseconds(timeMs),
    user: { id: '1', email: PERSON.email },
    id,
  };
}
