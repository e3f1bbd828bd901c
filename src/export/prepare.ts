import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'graphql';
import type { Environment } from '../config/setting.ts';
import { createPages, type IssueFilter, type Pages } from './pages.ts';
import { EXIT, ExportRefusal, wrongArguments } from './refusal.ts';
import { type SelectedRows, selectRows } from './selected-rows.ts';
import { openSession, type Session } from './session.ts';

interface ExportPlan {
  readonly settings: Environment;
  /** Sentry token, unless the settings have one. */
  readonly token: string | null;
  readonly signal: AbortSignal;
  readonly organizations: readonly string[];
  readonly fragment: Fragment;
  /** `project` has slugs or numeric IDs. */
  readonly filter: IssueFilter;
}

export interface Fragment {
  readonly text: string;
  /** For messages. */
  readonly name: string;
}

/** A connection to Sentry, and the reader of an export's pages. */
export interface PreparedExport {
  readonly session: Session;
  readonly rows: SelectedRows;
  readonly pages: Pages;
}

/** @throws ExportRefusal, or ConfigError for an invalid setting */
export async function prepareExport(plan: ExportPlan): Promise<PreparedExport> {
  const { signal, filter, organizations, fragment } = plan;
  if (organizations.length === 0) {
    throw wrongArguments('No organization is named; an export needs one.');
  }
  const session = await openSession(plan);
  try {
    const rows = selectRows(fragment.text, fragment.name, session.schema);
    const projects = new Map<string, readonly string[]>();
    for (const organization of organizations) {
      const ids = filter.project.map((name) => findProject(session, organization, name));
      projects.set(organization, await Promise.all(ids));
    }
    const filterOf = (organization: string) => ({
      ...filter,
      project: projects.get(organization) ?? [],
    });
    return { session, rows, pages: createPages(session, rows, filterOf, signal) };
  } catch (error) {
    await session.close();
    throw error;
  }
}

const PROJECT = parse(`query Project($organization: String!, $slug: String!) {
  organization(slug: $organization) { project(slug: $slug) { projectId } }
}`);

/** The numeric ID of a project, which issue lists need. */
async function findProject(session: Session, organization: string, name: string): Promise<string> {
  if (/^\d+$/.test(name)) {
    return name;
  }
  const { data, errors } = await session.execute({
    document: PROJECT,
    variables: { organization, slug: name },
  });
  const found = data as {
    readonly organization: { readonly project: { readonly projectId: string } | null } | null;
  } | null;
  const id = found?.organization?.project?.projectId;
  if (id === undefined) {
    const [error] = errors;
    const code = String(error?.extensions?.['code'] ?? 'NOT_FOUND');
    throw code === 'NOT_FOUND'
      ? wrongArguments(`The project ${JSON.stringify(name)} was not found in ${organization}.`)
      : new ExportRefusal(error?.message ?? 'The project was not found.', EXIT.stopped, code);
  }
  return id;
}

/** A ready fragment by its name, or the text of a file. @throws ExportRefusal */
export function readFragment(select: string): Fragment {
  const ready = READY_FRAGMENTS.get(select.replace(/\.graphql$/, ''));
  if (existsSync(select)) {
    try {
      return { text: readFileSync(select, 'utf8'), name: select };
    } catch {
      // A folder, perhaps, with the name of a ready fragment.
    }
  }
  if (ready === undefined) {
    throw wrongArguments(
      `--select is ${JSON.stringify(select)}; expected ${[...READY_FRAGMENTS.keys()].join(', ')} or a readable file with a GraphQL fragment.`,
    );
  }
  return { text: ready, name: select };
}

/** Fragments that can be selected by name. */
export const READY_FRAGMENTS: ReadonlyMap<string, string> = new Map([
  [
    'hashes',
    `fragment Row on IssueHash {
  organizationSlug
  issueId
  hash
  mergedBySeer
  issue { shortId title status }
  latestEvent { eventId title platform dateCreated }
}
`,
  ],
  [
    'grouping',
    `fragment Row on IssueHash {
  organizationSlug
  issueId
  hash
  issue { shortId title }
  grouping {
    variant {
      key
      type
      description
      isHashMismatch
      fingerprint { values }
      contributingValues { path value }
    }
  }
}
`,
  ],
  [
    'events',
    `fragment Row on Event {
  organizationSlug
  issueId
  eventId
  fingerprints
  title
  message
  platform
  dateCreated
  tags { key value }
  issue { shortId title }
}
`,
  ],
]);
