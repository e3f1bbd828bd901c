import { type Answer, ok, Refusal } from '../answer.ts';
import type { Dataset, Issue } from '../dataset.ts';
import { notFound } from './answers.ts';
import { changedIssue, STATUSES } from './issue-body.ts';
import { invalid, readChoice, readInteger } from './parameters.ts';
import { ServerFailure } from './server-failure.ts';
import { mergeRows } from './tables.ts';

interface Change {
  readonly status: string | null;
  readonly merge: number | null;
}

const LOCATION = ['body', 'payload'] as const;

/** `UpdateIssueSchema`: other keys of a body are ignored. */
export function readChange(text: string): Change {
  const { status, merge } = readObject(text);
  return {
    status:
      status == null ? null : readChoice(String(status), STATUSES, [...LOCATION, 'status'], 'enum'),
    merge: merge == null ? null : readInteger(String(merge), [...LOCATION, 'merge']),
  };
}

/** The JSON of a request's body. */
export function readObject(text: string): Readonly<Record<string, unknown>> {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new Refusal(400, 'Cannot parse request body');
  }
  return typeof body === 'object' && body !== null && !Array.isArray(body)
    ? (body as Record<string, unknown>)
    : invalid(
        LOCATION,
        'model_attributes_type',
        'Input should be a valid dictionary or object to extract fields from',
      );
}

/**
 * `PUT /organizations/{org}/issues/?id=`: returns the request's body, whatever was found. Without an ID it
 * changes and merges all issues of the organization.
 */
export function changeIssues(dataset: Dataset, issues: readonly Issue[], change: Change): Answer {
  if (change.status !== null) {
    for (const issue of issues) {
      issue.status = change.status;
    }
  }
  if (change.merge) {
    mergeRows(dataset, issues);
  }
  return ok(change);
}

/** `PUT …/issues/{id}/`: changes only the status; fails without one. */
export function changeIssue(issue: Issue | undefined, { status }: Change, origin: string): Answer {
  if (!issue) {
    throw notFound();
  }
  if (status === null) {
    throw new ServerFailure('null value in column "status" violates not-null constraint');
  }
  issue.status = status;
  return ok(changedIssue(issue, origin));
}
