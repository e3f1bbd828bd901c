import { Refusal } from './answer.ts';
import type { Issue } from './dataset.ts';
import { EMBEDDED_ISSUES, type IssueRow } from './issues-table.ts';

/** The properties of an issue that users change, and its activity. */
export interface IssueState {
  substatus: string | null;
  statusDetails: object;
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

/** Its name is its slug. */
export const TEAM: Assignee = { type: 'team', id: '4509', name: 'meowmeow' };

const ACTORS: Readonly<Record<string, Assignee>> = {
  user: { type: 'user', id: PERSON.id, name: PERSON.name, email: PERSON.email },
  team: TEAM,
};

const FIRST_SEEN = '2020-01-01T00:00:00Z';

/** What happened to issues of Python, newest first. */
const WORK: readonly Activity[] = (
  [
    [
      'set_regression',
      PERSON,
      { version: 'shop@1.3.0', resolved_in_version: 'shop@1.2.3', event_id: 'e'.repeat(32) },
    ],
    [
      'set_resolved_in_release',
      PERSON,
      { version: 'shop@1.2.3', current_release_version: 'shop@1.2.2' },
    ],
    ['set_resolved_in_commit', PERSON, { commit: { id: 'a1b2c3d', message: 'Add the currency' } }],
    [
      'assigned',
      null,
      {
        assignee: PERSON.id,
        assigneeType: 'user',
        assigneeEmail: PERSON.email,
        assigneeName: PERSON.name,
        integration: 'codeowners',
      },
    ],
    [
      'unmerge_destination',
      PERSON,
      { fingerprints: ['b'.repeat(32)], source: { id: EMBEDDED_ISSUES.go } },
    ],
    [
      'unmerge_source',
      PERSON,
      { fingerprints: ['a'.repeat(32)], destination: { id: EMBEDDED_ISSUES.java } },
    ],
    ['merge', PERSON, { issues: [{ id: 1341192009 }] }],
    ['set_priority', PERSON, { priority: 'high', reason: 'escalating' }],
    ['note', PERSON, { text: 'The currency is missing in two carts.' }],
  ] as const
).map(([type, user, data], place, { length }) => ({
  id: String(length - place),
  type,
  user,
  data,
  dateCreated: `2020-06-${10 + length - place}T09:00:00Z`,
}));

/** Issues of Python are assigned. */
export function createState({ platform, status = 'unresolved' }: IssueRow): IssueState {
  const isInWork = platform === 'python';
  return {
    substatus: substatusOf(status),
    statusDetails: {},
    priority: 'high',
    priorityLockedAt: isInWork ? '2020-06-01T08:00:00Z' : null,
    assignedTo: isInWork ? (ACTORS['user'] ?? null) : null,
    isBookmarked: isInWork,
    hasSeen: isInWork,
    activity: [
      ...(isInWork ? WORK : []),
      { id: '0', user: null, type: 'first_seen', data: {}, dateCreated: FIRST_SEEN },
    ],
  };
}

const SUBSTATUS: Readonly<Record<string, string>> = {
  unresolved: 'ongoing',
  ignored: 'archived_until_escalating',
};

function substatusOf(status: string): string | null {
  return SUBSTATUS[status] ?? null;
}

const KNOWN_RELEASE = /^(?:latest|[a-z-]+@(?:1\.0\.0|1\.4\.2))$/;

/** The accepted values of each key of a change, and its effect; Sentry ignores unknown keys. */
const CHANGES: Readonly<Record<string, (issue: Issue, value: unknown) => void>> = {
  status(issue, value) {
    const isNext = value === 'resolvedInNextRelease';
    issue.status = isNext
      ? 'resolved'
      : choice('status', value, ['resolved', 'unresolved', 'ignored']);
    issue.state.substatus = substatusOf(issue.status);
    issue.state.statusDetails = isNext ? { inNextRelease: true } : {};
    log(issue, isNext ? 'set_resolved_in_release' : `set_${issue.status}`, {});
  },
  statusDetails(issue, value) {
    const details = { ...(value as Readonly<Record<string, unknown>>) };
    const { inRelease, inNextRelease, inCommit, ignoreDuration } = details;
    if (inRelease !== undefined && !KNOWN_RELEASE.test(String(inRelease))) {
      throw new Refusal(400, {
        statusDetails: { inRelease: ['Unable to find a release with the given version.'] },
      });
    }
    if (typeof ignoreDuration === 'number') {
      delete details['ignoreDuration'];
      details['ignoreUntil'] = new Date(Date.now() + ignoreDuration * 60_000).toISOString();
    }
    issue.state.statusDetails = details;
    if (issue.status === 'ignored') {
      issue.state.substatus = 'archived_until_condition_met';
    }
    if (inRelease !== undefined || inNextRelease !== undefined) {
      log(issue, 'set_resolved_in_release', { version: inRelease ?? '' });
    } else if (inCommit !== undefined) {
      log(issue, 'set_resolved_in_commit', { commit: inCommit });
    }
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
    const { id, type, email, name } = issue.state.assignedTo ?? {};
    log(
      issue,
      id === undefined ? 'unassigned' : 'assigned',
      id === undefined
        ? {}
        : { assignee: id, assigneeType: type, assigneeEmail: email ?? null, assigneeName: name },
    );
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

export function log({ state }: Issue, type: string, data: object): Activity {
  const activity = {
    id: String(state.activity.length),
    user: PERSON,
    type,
    data,
    dateCreated: new Date().toISOString(),
  };
  state.activity.unshift(activity);
  return activity;
}
