import { MAX_PER_PAGE, toPage } from './answers.ts';
import { endpoints } from './endpoints.ts';
import { notSent, SentryError } from './errors.ts';
import { getIssue, type IssueRef } from './issues.ts';
import { asObject, asString, asText, type Json, type JsonObject } from './json.ts';
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

/** A team by its slug, as `#backend` or `team:backend`. */
const TEAM = /^(?:#|team:)(?!\d+$)(.+)$/;

/** Sentry takes teams only by number: a slug is looked up among the teams of the issue's project. */
async function toAssignee(
  client: SentryClient,
  issue: Pick<IssueRef, 'organization' | 'issue'>,
  assignee: Json,
): Promise<Json> {
  const [, slug] = TEAM.exec(asString(assignee) ?? '') ?? [];
  if (slug === undefined) {
    return assignee;
  }
  const teams = await listTeams(client, issue);
  const id = teams.get(slug.toLowerCase());
  if (id === undefined) {
    throw notSent(
      'refused',
      `\`assignedTo\`: the project of the issue has no team ${JSON.stringify(slug.slice(0, 40))}; ${toChoices([...teams.keys()])}`,
    );
  }
  return `team:${id}`;
}

/** The numbers of the teams by their slugs. */
async function listTeams(
  client: SentryClient,
  { organization, issue }: Pick<IssueRef, 'organization' | 'issue'>,
): Promise<ReadonlyMap<string, string>> {
  const { project } = await getIssue(client, { organization, issue, isFallback: true });
  const answer = await client.send({
    endpoint: endpoints.projectTeams,
    params: { organization, project: asString(asObject(project)?.slug) ?? '' },
    query: { per_page: MAX_PER_PAGE },
    isFallback: true,
  });
  return new Map(
    toPage(answer, 'teams').rows.map(({ id, slug }) => [asText(slug) ?? '', asText(id) ?? '']),
  );
}

const MAX_CHOICES = 20;

function toChoices(slugs: readonly string[]): string {
  const shown = slugs.slice(0, MAX_CHOICES).map((slug) => `#${slug}`);
  const more = slugs.length > MAX_CHOICES ? ' …' : '.';
  return shown.length === 0 ? 'it has none.' : `use one of ${shown.join(', ')}${more}`;
}

/** Sentry does not say which assignees it takes. */
function explainRefusedAssignee(error: unknown): unknown {
  return error instanceof SentryError &&
    error.kind === 'refused' &&
    error.wasSent &&
    error.message.startsWith('`assignedTo`')
    ? new SentryError(
        'refused',
        `${error.message.replace(/\.?$/, '.')} Use the user name or email address of a member, \`user:<id>\`, \`team:<id>\`, or \`#\` and the slug of a team.`,
        { status: error.status, detail: error.detail, cause: error },
      )
    : error;
}
