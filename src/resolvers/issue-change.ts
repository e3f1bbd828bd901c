import { badUserInput } from '../errors.ts';
import type {
  ArchiveIssueInput,
  ResolveIssueInput,
  UpdateIssueInput,
} from '../generated/resolvers-types.ts';
import type { Json, JsonObject } from '../sentry/json.ts';

/** The accepted values of fields, as Sentry spells them. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  status: ['resolved', 'resolvedInNextRelease', 'unresolved', 'ignored'],
  substatus: [
    'archived_until_escalating',
    'archived_until_condition_met',
    'archived_forever',
    'escalating',
    'ongoing',
    'regressed',
    'new',
  ],
  priority: ['high', 'medium', 'low'],
};

/** Sentry's limit for windows: a week. */
const MAX_WINDOW_MINUTES = 10_080;

/** The change in Sentry's words; null means absent. */
export function toIssueChange({
  issue: _issue,
  clientMutationId: _clientMutationId,
  resolve,
  archive,
  unassign,
  ...fields
}: UpdateIssueInput): Readonly<Record<string, Json>> {
  refuseTwo({ status: fields.status, resolve, archive });
  refuseTwo({ substatus: fields.substatus, resolve, archive });
  refuseTwo({ assignedTo: fields.assignedTo, unassign: unassign || null });
  const plain = Object.entries(fields).flatMap(([name, value]): [string, Json][] =>
    value == null ? [] : [[name, toChoice(name, value)]],
  );
  const change = {
    ...Object.fromEntries(plain),
    ...(resolve ? toResolution(resolve) : {}),
    ...(archive ? toArchive(archive) : {}),
    ...(unassign ? { assignedTo: '' } : {}),
  };
  if (Object.keys(change).length === 0) {
    throw badUserInput(
      'The input changes nothing; at least one field in addition to `issue` is required.',
    );
  }
  return change;
}

/** A value in any case, with `_` or without, as Sentry spells it. */
function toChoice(name: string, value: string | boolean): string | boolean {
  const choices = CHOICES[name];
  if (choices === undefined || typeof value === 'boolean') {
    return value;
  }
  const plain = (text: string) => text.toLowerCase().replaceAll('_', '');
  const choice = choices.find((each) => plain(each) === plain(value));
  if (choice === undefined) {
    throw badUserInput(
      `\`${name}\`: ${JSON.stringify(value.slice(0, 40))} is not a valid choice; use ${toList(choices)}.`,
    );
  }
  return choice;
}

function toResolution({ inNextRelease, inRelease, inCommit }: ResolveIssueInput): JsonObject {
  refuseTwo({ inNextRelease: inNextRelease || null, inRelease, inCommit });
  return {
    status: 'resolved',
    ...(inNextRelease ? { statusDetails: { inNextRelease: true } } : {}),
    ...(inRelease == null ? {} : { statusDetails: { inRelease } }),
    ...(inCommit == null ? {} : { statusDetails: { inCommit: { ...inCommit } } }),
  };
}

function toArchive(archive: ArchiveIssueInput): JsonObject {
  const { untilEscalating, minutes, events, users, windowMinutes } = archive;
  refuseTwo({ untilEscalating: untilEscalating || null, minutes, events, users });
  for (const [name, value] of Object.entries({ minutes, events, users, windowMinutes })) {
    if (value != null && value < 1) {
      throw badUserInput(`\`archive.${name}\` is ${value}; it must be at least 1.`);
    }
  }
  if ((windowMinutes ?? 0) > MAX_WINDOW_MINUTES) {
    throw badUserInput(
      `\`archive.windowMinutes\` is ${windowMinutes}; the limit is ${MAX_WINDOW_MINUTES}, a week.`,
    );
  }
  if (windowMinutes != null && events == null && users == null) {
    throw badUserInput('`archive.windowMinutes` needs `events` or `users`.');
  }
  if (untilEscalating) {
    return { status: 'ignored', substatus: 'archived_until_escalating' };
  }
  const condition: JsonObject = {
    ...(minutes == null ? {} : { ignoreDuration: minutes }),
    ...(events == null ? {} : { ignoreCount: events, ...windowOf('ignoreWindow', windowMinutes) }),
    ...(users == null
      ? {}
      : { ignoreUserCount: users, ...windowOf('ignoreUserWindow', windowMinutes) }),
  };
  return Object.keys(condition).length === 0
    ? { status: 'ignored', substatus: 'archived_forever' }
    : { status: 'ignored', statusDetails: condition };
}

function windowOf(name: string, minutes: number | null | undefined): JsonObject {
  return minutes == null ? {} : { [name]: minutes };
}

function refuseTwo(fields: Readonly<Record<string, unknown>>): void {
  const given = Object.keys(fields).filter((name) => fields[name] != null);
  if (given.length > 1) {
    throw badUserInput(
      `${toList(
        given.map((name) => `\`${name}\``),
        'and',
      )} exclude each other.`,
    );
  }
}

function toList(words: readonly string[], last = 'or'): string {
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;
}
