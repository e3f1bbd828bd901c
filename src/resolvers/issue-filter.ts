import { badUserInput } from '../errors.ts';
import type { IssueFilter } from '../sentry/issues.ts';
import { isTooGreatForSentry } from '../sentry/numeric-id.ts';

/** The arguments of an issue list besides those of its connection; null means absent. */
export interface IssueFilterArguments {
  readonly query?: string | null;
  readonly sort?: string | null;
  readonly project?: readonly string[] | null;
  readonly environment?: readonly string[] | null;
  readonly statsPeriod?: string | null;
  readonly start?: string | null;
  readonly end?: string | null;
}

/**
 * @throws BAD_USER_INPUT for a window in time that Sentry would misread or drop without a word, and
 * for a project's number that it cannot hold.
 */
export function toIssueFilter(args: IssueFilterArguments): IssueFilter {
  const unheld = args.project?.find((id) => isTooGreatForSentry(id.trim()));
  if (unheld !== undefined) {
    throw badUserInput(
      `\`project\` names ${JSON.stringify(unheld.slice(0, 40))}, which is greater than any ID of Sentry's.`,
    );
  }
  return {
    query: args.query ?? undefined,
    sort: args.sort ?? undefined,
    project: args.project ?? [],
    environment: args.environment ?? [],
    ...toTimeWindow(args),
  };
}

type TimeWindow = Pick<IssueFilter, 'statsPeriod' | 'start' | 'end'>;

/** Sentry takes a length or both ends, and looks at the length alone where it has all of them. */
export function toTimeWindow({ statsPeriod, start, end }: IssueFilterArguments): TimeWindow {
  if (statsPeriod && (start || end)) {
    throw badUserInput('`statsPeriod` stands beside `start` or `end`: a window takes one of them.');
  }
  if (Boolean(start) !== Boolean(end)) {
    throw badUserInput(
      `\`${start ? 'start' : 'end'}\` stands alone: a window takes both \`start\` and \`end\`.`,
    );
  }
  return {
    statsPeriod: statsPeriod || undefined,
    start: start ? toSeconds(start) : undefined,
    end: end ? toSeconds(end) : undefined,
  };
}

/** UTC without a zone, as every server of Sentry's reads it. */
function toSeconds(moment: string): string {
  return new Date(moment).toISOString().slice(0, 19);
}
