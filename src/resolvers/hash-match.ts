import { badUserInput } from '../errors.ts';
import type {
  HashMatchResolvers,
  OrganizationIssuesByHashArgs,
} from '../generated/resolvers-types.ts';
import type { Loaders } from '../loaders/index.ts';
import { type HashKey, MAX_HASHES_PER_REQUEST } from '../loaders/issue-of-hash.ts';
import { toProjectRef } from '../loaders/project.ts';

export const HashMatch: HashMatchResolvers = {
  hash: ({ hash }) => hash,
  issue: (key, _args, { loaders }) => loaders.issueOfHash.load(key),
};

export function refuseTooManyHashes(hashes: readonly string[]): void {
  if (hashes.length > MAX_HASHES_PER_REQUEST) {
    throw badUserInput(
      `\`hashes\` has ${hashes.length} hashes; the limit is ${MAX_HASHES_PER_REQUEST}.`,
    );
  }
}

/** A request for each project. */
const MAX_SEARCHED_PROJECTS = 40;

/** In the projects of an organization: one match for each project that has the hash. */
export async function findIssuesByHash(
  loaders: Loaders,
  organization: string,
  { hashes, projects }: OrganizationIssuesByHashArgs,
): Promise<readonly HashKey[]> {
  refuseTooManyHashes(hashes);
  const names = projects?.length ? projects : await listProjectNames(loaders, organization);
  if (names.length > MAX_SEARCHED_PROJECTS) {
    throw badUserInput(
      `A search for hashes is possible in ${MAX_SEARCHED_PROJECTS} projects at once, and these are more. Name some in \`projects\`.`,
    );
  }
  const keys = hashes.flatMap((hash) => names.map((project) => ({ organization, project, hash })));
  const issues = await Promise.all(keys.map((key) => loaders.issueOfHash.load(key)));
  return keys.filter((_, index) => issues[index] !== null);
}

/** One more than can be searched, if there are more. */
async function listProjectNames(loaders: Loaders, of: string): Promise<readonly string[]> {
  const page = await loaders.projectList.load({
    of,
    cursor: null,
    limit: MAX_SEARCHED_PROJECTS + 1,
  });
  return page.rows.map((row) => toProjectRef(of, row).project);
}
