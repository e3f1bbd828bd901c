import type { Context } from '../context.ts';
import type { ProjectResolvers } from '../generated/resolvers-types.ts';
import { encodeGlobalId } from '../global-id.ts';
import type { Loaders } from '../loaders/index.ts';
import { loadIssueConnection } from '../loaders/issues.ts';
import { type Selection, selectionOf } from '../selection.ts';
import { asBoolean, asString, asStrings, asText } from '../sentry/json.ts';
import type { ProjectRef } from '../sentry/projects.ts';
import type { ProjectJson } from '../sentry/shapes/organization.ts';
import { checkExistence } from './existence.ts';
import { refuseTooManyHashes } from './hash-match.ts';
import { toIssueFilter } from './issue-filter.ts';
import { sharesRequest } from './shared-request.ts';

export const Project: ProjectResolvers = {
  id: async (project, _args, { loaders }) =>
    encodeGlobalId('Project', project.organization, await loadProjectId(loaders, project)),
  projectId: (project, _args, { loaders }) => loadProjectId(loaders, project),
  organizationSlug: ({ organization }) => organization,
  slug: async (project, args, context) => (await slugOf(project, args, context)) ?? project.project,
  name: detail('name', asString),
  platform: detail('platform', asString),
  dateCreated: detail('dateCreated', asString),
  status: detail('status', asString),
  isMember: detail('isMember', asBoolean),
  hasAccess: detail('hasAccess', asBoolean),
  isBookmarked: detail('isBookmarked', asBoolean),
  features: detail('features', asStrings),
  firstEvent: detail('firstEvent', asString),
  grouping: sharesRequest(
    async (
      project: ProjectRef,
      _args: object,
      { loaders }: Context,
    ): Promise<ProjectJson | null> => {
      const page = await loaders.project.load(toKey(project));
      return asString(page.groupingConfig) === null ? null : page;
    },
  ),
  organization: ({ organization }) => ({ slug: organization }),
  issues: async (project, args, { loaders }, info) => {
    const projectId = await loadProjectId(loaders, project);
    const filter = toIssueFilter({ ...args, project: [projectId] }, selectionOf(info));
    return loadIssueConnection(
      loaders.issueList,
      { organization: project.organization, filter },
      args,
    );
  },
  issueByHash: (project, { hash }, { loaders }) =>
    loaders.issueOfHash.load({ ...toKey(project), hash }),
  issuesByHash: (project, { hashes }) => {
    refuseTooManyHashes(hashes);
    return hashes.map((hash) => ({ ...toKey(project), hash }));
  },
  event: (project, { id }, { loaders }) => loaders.projectEvent.load({ ...toKey(project), id }),
};

function toKey({ organization, project }: ProjectRef) {
  return { organization, project };
}

/** The numeric ID, from the row that led to the project or from its detail. */
async function loadProjectId(loaders: Loaders, project: ProjectRef): Promise<string> {
  const known = asText(project.known.id);
  return known ?? asText((await loaders.project.load(toKey(project))).id) ?? project.project;
}

/** Reads a key of the project; from its detail if the row that led to it lacks the key. */
function detail<Key extends keyof ProjectJson, T>(
  key: Key,
  read: (value: ProjectJson[Key] | undefined) => T,
) {
  return sharesRequest(
    async (project: ProjectRef, _args: object, { loaders }: Context): Promise<T> =>
      read(
        key in project.known
          ? project.known[key]
          : (await loaders.project.load(toKey(project)))[key],
      ),
  );
}

/**
 * Always present in Sentry's JSON. A field of a key cannot be null, so the name in the operation is the
 * fallback.
 */
const slugOf = detail('slug', asString);

/** Fields whose own requests show whether the project exists. */
const FIELDS_THAT_PROVE_PROJECT: ReadonlySet<string> = new Set(['issueByHash', 'issuesByHash']);
/** Fields with requests of their own, which do not need the project's detail. */
const FIELDS_WITHOUT_PAGE: ReadonlySet<string> = new Set([...FIELDS_THAT_PROVE_PROJECT, 'event']);

/** A project by name. It is requested unless the request of a selected field shows whether it exists. */
export async function resolveProjectRef(
  loaders: Loaders,
  project: ProjectRef,
  selection: Selection,
): Promise<ProjectRef> {
  const fields = selection.names;
  if (fields.length > 0 && fields.every((field) => FIELDS_THAT_PROVE_PROJECT.has(field))) {
    return project;
  }
  const hasOwnRequests = fields.some((field) => FIELDS_WITHOUT_PAGE.has(field));
  const needsPage = fields.some((field) => !FIELDS_WITHOUT_PAGE.has(field));
  const page = loaders.project.load(toKey(project));
  const known = await checkExistence(page, hasOwnRequests && needsPage);
  const slug = asString(known?.slug);
  return {
    ...project,
    // Paths below take slugs on every server, and numbers only on some.
    project: slug !== null && /^\d+$/.test(project.project) ? slug : project.project,
    known: known ?? project.known,
  };
}
