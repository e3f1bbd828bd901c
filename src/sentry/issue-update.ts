import { explainRefusedAssignee, toAssignee } from './assignee.ts';
import { endpoints } from './endpoints.ts';
import { SentryError } from './errors.ts';
import type { IssueRef } from './issues.ts';
import { asObject, asText, type Json, type JsonObject } from './json.ts';
import type { SentryClient } from './server-kind.ts';

/**
 * Changes an issue, and compares the result with the change: a server ignores fields that it does not know, and
 * fields that the token's user may not set.
 * @returns The ID of the changed issue: that of the surviving one, if the issue was merged.
 * @throws SentryError `unsupported` if a field was ignored; the others are changed then.
 */
export async function updateIssue(
  client: SentryClient,
  { organization, issue, change: wanted }: IssueRef & { readonly change: JsonObject },
): Promise<string> {
  const { assignedTo } = wanted;
  const change: JsonObject =
    assignedTo === undefined
      ? wanted
      : { ...wanted, assignedTo: await toAssignee(client, { organization, issue }, assignedTo) };
  const { body } = await client
    .send({ endpoint: endpoints.updateIssue, params: { organization, issue }, change })
    .catch((error: unknown) => {
      throw explainRefusedAssignee(error);
    });
  const changed = asObject(body);
  const id = asText(changed?.['id']);
  if (changed === null || id === null) {
    return issue; // the response has no issue to compare with
  }
  const ignored = Object.keys(change).filter(
    (name) => !isSet(name, change[name] ?? null, changed[name] ?? null),
  );
  if (ignored.length > 0) {
    throw toIgnored(ignored, changed, ignored.length < Object.keys(change).length);
  }
  return id;
}

/** Whether a field of the changed issue has the value of the change, as far as that can be compared. */
function isSet(name: string, wanted: Json, found: Json): boolean {
  switch (name) {
    case 'status':
      return !STATUSES.has(String(wanted)) || STATUSES.get(String(wanted)) === found;
    case 'assignedTo':
      return isAssigned(String(wanted), asObject(found));
    case 'statusDetails':
      // It comes back in another form: a duration as a time, and with the actor.
      return Object.keys(asObject(found) ?? {}).length > 0;
    default:
      return wanted === found;
  }
}

/** The statuses of issues after a change to these; Sentry has more, and may add some. */
const STATUSES: ReadonlyMap<string, string> = new Map([
  ['resolved', 'resolved'],
  ['resolvedInNextRelease', 'resolved'],
  ['unresolved', 'unresolved'],
  ['ignored', 'ignored'],
]);

/** Names and email addresses are not compared: Sentry finds their users. */
function isAssigned(wanted: string, found: JsonObject | null): boolean {
  if (wanted === '' || found === null) {
    return wanted === '' && found === null;
  }
  const [, type, id] = /^(user|team):(\d+)$/.exec(wanted) ?? [];
  return type === undefined || (found['type'] === type && asText(found['id']) === id);
}

function toIgnored(names: readonly string[], changed: JsonObject, hasOthers: boolean): SentryError {
  const list = names
    .map((name) => `\`${name}\` (it is ${JSON.stringify(changed[name] ?? null).slice(0, 100)})`)
    .join(' and ');
  return new SentryError(
    'unsupported',
    `Sentry accepted the change, but did not set ${list}.${hasOthers ? ' The other fields are set.' : ''}`,
  );
}
