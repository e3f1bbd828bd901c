import type { Context } from '../context.ts';
import { badUserInput } from '../errors.ts';
import type { MutationResolvers, UpdateIssueInput } from '../generated/resolvers-types.ts';
import { loadIssueId } from '../loaders/issue.ts';
import { MAX_SEARCHED_ROWS, walkRowPages } from '../loaders/row-list.ts';
import { hashOf, MAX_UNMERGED_HASHES } from '../sentry/hashes.ts';
import { type IssueRef, MAX_ISSUES_PER_REQUEST } from '../sentry/issues.ts';
import type { Json } from '../sentry/json.ts';
import { readChangedIssue } from './issue-name.ts';

export const Mutation: MutationResolvers = {
  unmergeIssueHashes: async (_root, { input }, context) => {
    const issue = readChangedIssue(context.client, input.issue);
    const hashes = [...new Set(input.hashes)];
    await refuseBadUnmerge(context, issue, hashes, input.all === true);
    await context.sentry.unmergeHashes({ ...issue, hashes });
    context.loaders.forget();
    return {
      accepted: hashes,
      isAsynchronous: true,
      issue,
      clientMutationId: input.clientMutationId ?? null,
    };
  },

  mergeIssues: async (_root, { input }, { client, sentry, loaders }) => {
    const issues = input.issues.map((issue) => readChangedIssue(client, issue));
    const organization = issues[0]?.organization ?? '';
    const [first, second, ...more] = new Set(
      await Promise.all(issues.map((issue) => loadIssueId(loaders.issue, issue))),
    );
    if (first === undefined || second === undefined) {
      throw badUserInput(
        `\`issues\` has ${first === undefined ? 'no issue' : 'one issue'}; a merge needs 2 to ${MAX_ISSUES_PER_REQUEST} different ones.`,
      );
    }
    if (issues.length > MAX_ISSUES_PER_REQUEST) {
      throw badUserInput(
        `\`issues\` has ${issues.length} issues; a merge needs 2 to ${MAX_ISSUES_PER_REQUEST} different ones.`,
      );
    }
    if (issues.some((issue) => issue.organization !== organization)) {
      throw badUserInput(
        '`issues` belong to several organizations; only issues of one project can be merged.',
      );
    }
    const { parent, children } = await sentry.mergeIssues({
      organization,
      ids: [first, second, ...more],
    });
    loaders.forget();
    return {
      parent: { organization, issue: parent },
      children: children.map((issue) => ({ organization, issue })),
      clientMutationId: input.clientMutationId ?? null,
    };
  },

  updateIssue: async (_root, { input }, { client, sentry, loaders }) => {
    const issue = readChangedIssue(client, input.issue);
    const change = toChange(input);
    if (Object.keys(change).length === 0) {
      throw badUserInput(
        'The input changes nothing; at least one field in addition to `issue` is required.',
      );
    }
    await sentry.updateIssue({ ...issue, change });
    loaders.forget();
    return { issue, clientMutationId: input.clientMutationId ?? null };
  },
};

/**
 * Sentry silently ignores unknown hashes of an unmerge, and would unmerge all hashes of an issue. So the list is walked
 * first, as far as necessary.
 */
async function refuseBadUnmerge(
  { loaders }: Context,
  issue: IssueRef,
  hashes: readonly string[],
  mayTakeAll: boolean,
): Promise<void> {
  if (hashes.length === 0 || hashes.length > MAX_UNMERGED_HASHES) {
    throw badUserInput(
      `\`hashes\` has ${hashes.length} hashes; an unmerge needs 1 to ${MAX_UNMERGED_HASHES}.`,
    );
  }
  const unknown = new Set(hashes);
  let others = 0;
  for await (const page of walkRowPages(loaders.issueHashes, issue)) {
    for (const { row } of page.rows) {
      others += unknown.delete(hashOf(row)) ? 0 : 1;
    }
    if (unknown.size === 0 && others > 0) {
      return;
    }
  }
  const [firstUnknown] = unknown;
  if (firstUnknown !== undefined) {
    throw badUserInput(
      `${JSON.stringify(firstUnknown.slice(0, 40))} is not among the issue's first ${MAX_SEARCHED_ROWS} hashes.`,
    );
  }
  if (!mayTakeAll) {
    throw badUserInput(
      `\`hashes\` has all ${hashes.length} of the issue's hashes; unmerging all of them needs \`all: true\`.`,
    );
  }
}

/** The fields to change; null means absent. */
function toChange(input: UpdateIssueInput): Record<string, Json> {
  const { issue: _issue, clientMutationId: _clientMutationId, ...fields } = input;
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, string | boolean] => entry[1] != null),
  );
}
