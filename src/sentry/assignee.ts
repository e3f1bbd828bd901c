import { endpoints } from './endpoints.ts';
import { SentryError } from './errors.ts';
import { getIssue, type IssueRef } from './issues.ts';
import { asObject, asString, asText, type Json } from './json.ts';
import { MAX_PER_PAGE, toPage } from './pages.ts';
import type { SentryClient } from './server-kind.ts';

/** A team by its slug, as `#backend` or `team:backend`. */
const TEAM = /^(?:#|team:)(?!\d+$)(.+)$/;

/** Sentry takes teams only by number: a slug is looked up among the teams of the issue's project. */
export async function toAssignee(
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
    throw new SentryError(
      'refused',
      `\`assignedTo\`: the project of the issue has no team ${JSON.stringify(slug.slice(0, 40))}; ${toChoices([...teams.keys()])}`,
      { wasSent: false },
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
export function explainRefusedAssignee(error: unknown): unknown {
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
