import { type Answer, InternalError, ok, Refusal } from './answer.ts';
import { type Dataset, forgetHashes, type Issue } from './dataset.ts';
import { readProjects } from './issue-list.ts';
import { matchesQuery } from './issue-search.ts';
import { applyChange, log } from './issue-state.ts';
import { isObject } from './mutations.ts';
import { isVisible } from './requests.ts';
import type { Target } from './routes.ts';

const MOST_CHANGED = 1_000;

/**
 * `PUT /organizations/{org}/issues/?id=`: changes, then merges. Without an ID, it applies to all issues that
 * `query` finds, by default unresolved ones; 204 if none is found.
 */
export function changeIssues(target: Target, change: unknown): Answer {
  const issues = chosenIssues(target);
  if (issues.length === 0) {
    return { status: 204, body: '' };
  }
  if (!isObject(change)) {
    return ok({});
  }
  const { merge, ...fields } = change;
  applyChange(issues, fields);
  const { status } = fields;
  const delta = status === undefined ? fields : { ...fields, statusDetails: {} };
  return merge ? ok({ ...delta, merge: mergeIssues(target, issues) }) : ok(delta);
}

/** `DELETE /organizations/{org}/issues/?id=`: the same selection of issues. */
export function deleteIssues(target: Target): Answer {
  for (const issue of chosenIssues(target)) {
    issue.status = 'pending_deletion';
  }
  return { status: 204, body: '' };
}

function chosenIssues(target: Target): readonly Issue[] {
  const { query, dialect } = target.request;
  const visible = target.issues.filter(isVisible);
  const projects = readProjects(visible, target);
  const inProjects = visible.filter(({ projectId }) => projects?.has(projectId) ?? true);
  const ids = query.getAll('id');
  if (!ids.every((id) => /^-?\d+$/.test(id))) {
    throw new InternalError('invalid literal for int()');
  }
  const named = inProjects.filter(({ id }) => ids.includes(id));
  if (ids.length > 0 && !(named.length === 0 && dialect.unknownIdsMeanAll)) {
    return named;
  }
  const search = query.get('query') ?? 'is:unresolved';
  return inProjects.filter((issue) => matchesQuery(issue, search)).slice(0, MOST_CHANGED);
}

/**
 * The issue with the most events becomes the parent, on a tie the one with the greatest ID. The others are not
 * found until their events have moved; then their IDs return the parent.
 */
function mergeIssues({ dataset, request }: Target, issues: readonly Issue[]): object | true {
  if (new Set(issues.map(({ projectId }) => projectId)).size > 1) {
    throw new Refusal(
      request.dialect.mergeRefusalStatus,
      'Merging across multiple projects is not supported',
    );
  }
  const [parent, ...children] = [...issues].sort(
    (one, other) => other.events.length - one.events.length || Number(other.id) - Number(one.id),
  );
  if (!parent || children.length === 0) {
    return true;
  }
  for (const child of children) {
    child.status = 'pending_merge';
  }
  if (dataset.mergeDelayMs === 0) {
    moveEvents(dataset, parent, children);
  } else {
    setTimeout(() => moveEvents(dataset, parent, children), dataset.mergeDelayMs).unref();
  }
  return { parent: parent.id, children: children.map(({ id }) => id) };
}

function moveEvents(dataset: Dataset, parent: Issue, children: readonly Issue[]): void {
  for (const child of children) {
    parent.state.activity.unshift(...child.state.activity.filter(({ id }) => id !== '0'));
    for (const event of child.events) {
      event.issue = parent;
      parent.events.push(event);
    }
    dataset.issues.splice(dataset.issues.indexOf(child), 1);
    for (const [id, survivor] of dataset.redirects) {
      if (survivor === child.id) {
        dataset.redirects.set(id, parent.id);
      }
    }
    for (const id of [child.id, child.shortId]) {
      dataset.redirects.set(id, parent.id);
    }
  }
  log(parent, 'merge', { issues: children.map(({ id }) => ({ id: Number(id) })) });
  parent.events.sort((one, other) => other.timeMs - one.timeMs);
  forgetHashes(parent);
}
