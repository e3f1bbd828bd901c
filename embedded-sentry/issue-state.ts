import { Refusal } from './answer.ts';
import type { Issue } from './dataset.ts';
import type { IssueRow } from './issues-table.ts';

/** The properties of an issue that users change, and its activity. */
export interface IssueState {
  substatus: string | null;
  priority: string;
  priorityLockedAt: string | null;
  assignedTo: Assignee | null;
  isBookmarked: boolean;
  hasSeen: boolean;
  /** The newest first. */
  readonly activity: Activity[];
}

export interface Assignee {
  readonly type: 'user' | 'team';
  readonly id: string;
  readonly name: string;
  readonly email?: string;
}

export interface Activity {
  readonly id: string;
  readonly user: object | null;
  readonly type: string;
  readonly data: object;
  readonly dateCreated: string;
}

/** The user of every token of the embedded Sentry. */
export const PERSON = {
  id: '550747',
  name: 'Hell Boy',
  username: 'hellboy',
  email: 'hell@boy.cat',
};

const ACTORS: Readonly<Record<string, Assignee>> = {
  user: { type: 'user', id: PERSON.id, name: PERSON.name, email: PERSON.email },
  team: { type: 'team', id: '4509', name: 'meowmeow' },
};

const FIRST_SEEN = '2020-01-01T00:00:00Z';

/** Issues of Python are assigned. */
export function createState({ platform, status = 'unresolved' }: IssueRow): IssueState {
  const isInWork = platform === 'python';
  return {
    substatus: substatusOf(status),
    priority: 'high',
    priorityLockedAt: isInWork ? '2020-06-01T08:00:00Z' : null,
    assignedTo: isInWork ? (ACTORS['user'] ?? null) : null,
    isBookmarked: isInWork,
    hasSeen: isInWork,
    activity: [{ id: '0', user: null, type: 'first_seen', data: {}, dateCreated: FIRST_SEEN }],
  };
}

const SUBSTATUS: Readonly<Record<string, string>> = {
  unresolved: 'ongoing',
  ignored: 'archived_until_escalating',
};

function substatusOf(status: string): string | null {
  return SUBSTATUS[status] ?? null;
}

/** The accepted values of each key of a change, and its effect; Sentry ignores unknown keys. */
const CHANGES: Readonly<Record<string, (issue: Issue, value: unknown) => void>> = {
  status(issue, value) {
    issue.status = choice('status', value, ['resolved', 'unresolved', 'ignored']);
    issue.state.substatus = substatusOf(issue.status);
    log(issue, `set_${issue.status}`, {});
  },
  substatus({ state }, value) {
    state.substatus = choice('substatus', value, [
      'archived_until_escalating',
      'archived_until_condition_met',
      'archived_forever',
      'escalating',
      'ongoing',
      'regressed',
      'new',
    ]);
  },
  priority(issue, value) {
    issue.state.priority = choice('priority', value, ['low', 'medium', 'high']);
    issue.state.priorityLockedAt = new Date().toISOString();
    log(issue, 'set_priority', { priority: issue.state.priority });
  },
  assignedTo(issue, value) {
    issue.state.assignedTo = findActor(value);
    log(issue, issue.state.assignedTo ? 'assigned' : 'unassigned', {
      assignee: issue.state.assignedTo?.id ?? null,
    });
  },
  isBookmarked({ state }, value) {
    state.isBookmarked = value === true;
  },
  hasSeen({ state }, value) {
    state.hasSeen = value === true;
  },
};

/** Applies the whole change, the status before the substatus, or nothing. */
export function applyChange(issues: readonly Issue[], change: Readonly<Record<string, unknown>>) {
  const keys = Object.keys(CHANGES).filter((key) => change[key] !== undefined);
  for (const issue of issues) {
    for (const key of keys) {
      CHANGES[key]?.(issue, change[key]);
    }
  }
}

function choice(key: string, value: unknown, choices: readonly string[]): string {
  if (typeof value === 'string' && choices.includes(value)) {
    return value;
  }
  throw new Refusal(400, { [key]: [`"${String(value)}" is not a valid choice.`] });
}

/** Empty for no assignee; otherwise `user:<id>`, `team:<id>`, an email address or a user name. */
function findActor(value: unknown): Assignee | null {
  if (value === '' || value === null) {
    return null;
  }
  const actor =
    value === PERSON.username
      ? ACTORS['user']
      : Object.values(ACTORS).find(
          ({ type, id, email }) => value === `${type}:${id}` || value === email,
        );
  if (!actor) {
    throw new Refusal(400, {
      assignedTo: ['Unknown actor input'],
    });
  }
  return actor;
}

export function log({ state }: Issue, type: string, data: object): void {
  state.activity.unshift({
    id: String(state.activity.length),
    user: PERSON,
    type,
    data,
    dateCreated: new Date().toISOString(),
  });
}
