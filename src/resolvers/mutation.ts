import type { Context } from '../context.ts';
import { badUserInput } from '../errors.ts';
import type {
  AddIssueNoteInput,
  InputMaybe,
  MergeIssuesInput,
  MutationResolvers,
  UnmergeIssueHashesInput,
  UpdateIssueInput,
} from '../generated/resolvers-types.ts';
import type { Loaders } from '../loaders/index.ts';
import { loadIssueId } from '../loaders/issue.ts';
import { MAX_SEARCHED_ROWS, walkRowPages } from '../loaders/row-list.ts';
import { hashOf, MAX_UNMERGED_HASHES } from '../sentry/hashes.ts';
import { type IssueRef, MAX_ISSUES_PER_REQUEST } from '../sentry/issues.ts';
import { toIssueChange } from './issue-change.ts';
import { readChangedIssue } from './issue-name.ts';

export const Mutation: MutationResolvers = {
  unmergeIssueHashes: change(async (input: UnmergeIssueHashesInput, context) => {
    const issue = readChangedIssue(context.client, input.issue);
    const hashes = [...new Set(input.hashes)];
    await refuseBadUnmerge(context, issue, hashes, input.all === true);
    await context.sentry
      .unmergeHashes({ ...issue, hashes })
      .finally(() => context.loaders.forget());
    return {
      accepted: hashes,
      isAsynchronous: true,
      issue,
    };
  }),

  mergeIssues: change(async (input: MergeIssuesInput, { client, sentry, loaders }) => {
    const issues = input.issues.map((issue) => readChangedIssue(client, issue));
    const organization = issues[0]?.organization ?? '';
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
    const [first, second, ...more] = new Set(
      await Promise.all(issues.map((issue) => loadIssueId(loaders.issue, issue))),
    );
    if (first === undefined || second === undefined) {
      throw badUserInput(
        `\`issues\` has ${first === undefined ? 'no issue' : 'one issue'}; a merge needs 2 to ${MAX_ISSUES_PER_REQUEST} different ones.`,
      );
    }
    const { parent, children } = await sentry
      .mergeIssues({ organization, ids: [first, second, ...more] })
      .finally(() => loaders.forget());
    return {
      parent: { organization, issue: parent },
      children: children.map((issue) => ({ organization, issue })),
    };
  }),

  updateIssue: change(async (input: UpdateIssueInput, { client, sentry, loaders }) => {
    const issue = readChangedIssue(client, input.issue);
    const changed = await sentry
      .updateIssue({ ...issue, change: toIssueChange(input) })
      .finally(() => loaders.forget());
    return {
      issue: { organization: issue.organization, issue: changed },
    };
  }),

  addIssueNote: change(async (input: AddIssueNoteInput, { client, sentry, loaders }) => {
    const issue = readChangedIssue(client, input.issue);
    if (input.text.trim() === '') {
      throw badUserInput('`text` is empty; a note needs some text.');
    }
    const body = await sentry.addNote({ ...issue, text: input.text });
    loaders.forget();
    return {
      note: { organization: issue.organization, body },
      issue,
    };
  }),
};

/** A field of `Mutation`. What it reads from its start on is not from a cache. */
function change<Input extends { clientMutationId?: InputMaybe<string> }, Payload extends object>(
  run: (input: Input, context: Context) => Promise<Payload>,
) {
  return async (_root: object, { input }: { input: Input }, context: Context) => {
    context.operation.isMutation = true;
    return {
      ...(await run(input, context)),
      clientMutationId: input.clientMutationId ?? null,
    };
  };
}

/**
 * Sentry silently ignores unknown hashes of an unmerge, and would unmerge all hashes of an issue. So the list is walked
 * first, as far as necessary. A hash that it left out is accepted.
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
  const { unlisted, leftOut, total, isWhole } = await findInList(loaders, issue, hashes);
  const [firstUnlisted] = unlisted;
  if (firstUnlisted !== undefined && unlisted.size > leftOut) {
    const hash = JSON.stringify(firstUnlisted.slice(0, 40));
    throw badUserInput(
      isWhole
        ? `The issue has no hash ${hash}: it may have moved to another issue.`
        : `${hash} is not among the issue's first ${MAX_SEARCHED_ROWS} hashes.`,
    );
  }
  if (!mayTakeAll && total <= hashes.length) {
    throw badUserInput(
      `\`hashes\` has all ${hashes.length} of the issue's hashes; unmerging all of them needs \`all: true\`.`,
    );
  }
}

/**
 * Walks the list until all hashes are found and one more.
 *
 * Sentry gives no order to hashes whose newest events fall in one second: its pages can repeat some of them and leave
 * out others. `leftOut` is their number, if the walk came to the end.
 */
async function findInList(
  { issueHashes }: Loaders,
  issue: IssueRef,
  hashes: readonly string[],
): Promise<{
  unlisted: ReadonlySet<string>;
  leftOut: number;
  total: number;
  isWhole: boolean;
}> {
  const listed = new Set<string>();
  const unlisted = new Set(hashes);
  let [total, hasMore] = [0, false];
  for await (const { rows, hasNext } of walkRowPages(issueHashes, issue)) {
    for (const { row, position } of rows) {
      listed.add(hashOf(row));
      unlisted.delete(hashOf(row));
      total = Math.max(total, listed.size, position.kind === 'offset' ? position.offset + 1 : 0);
    }
    hasMore = hasNext;
    if (unlisted.size === 0 && listed.size > hashes.length) {
      break;
    }
  }
  return { unlisted, leftOut: hasMore ? 0 : total - listed.size, total, isWhole: !hasMore };
}
