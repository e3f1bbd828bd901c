import { badUserInput } from '../errors.ts';
import type { Selection } from '../selection.ts';
import type { IssueFilter } from '../sentry/issues.ts';
import { isTooGreatForSentry } from '../sentry/path.ts';
import { trendPeriodOf } from './issue-stats.ts';

/** The arguments of an issue list, without those of its connection; null means absent. */
interface IssueFilterArguments {
  readonly query?: string | null;
  readonly sort?: string | null;
  readonly project?: readonly string[] | null;
  readonly environment?: readonly string[] | null;
  readonly statsPeriod?: string | null;
  readonly start?: string | null;
  readonly end?: string | null;
}

/**
 * @param selection - That of the list.
 * @throws BAD_USER_INPUT for a time window that Sentry would misinterpret or silently ignore, and for a project's number that
 * it cannot store.
 */
export function toIssueFilter(args: IssueFilterArguments, selection: Selection): IssueFilter {
  const unheld = args.project?.find((id) => isTooGreatForSentry(id.trim()));
  if (unheld !== undefined) {
    throw badUserInput(
      `\`project\` has ${JSON.stringify(unheld.slice(0, 40))}, which is greater than any ID.`,
    );
  }
  return {
    query: args.query ?? undefined,
    sort: args.sort ?? undefined,
    project: args.project ?? [],
    environment: args.environment ?? [],
    groupStatsPeriod: trendPeriodOf(selection),
    ...toTimeWindow(args),
  };
}

type TimeWindow = Pick<IssueFilter, 'statsPeriod' | 'start' | 'end'>;

/** Sentry accepts a period or both ends; with all three it uses only the period. */
export function toTimeWindow({ statsPeriod, start, end }: IssueFilterArguments): TimeWindow {
  if (statsPeriod && (start || end)) {
    throw badUserInput('`statsPeriod` cannot be combined with `start` and `end`.');
  }
  if (Boolean(start) !== Boolean(end)) {
    throw badUserInput(
      `\`${start ? 'start' : 'end'}\` needs the other end of the window: set both \`start\` and \`end\`.`,
    );
  }
  return {
    statsPeriod: statsPeriod || undefined,
    start: start ? toSeconds(start) : undefined,
    end: end ? toSeconds(end) : undefined,
  };
}

/** UTC without a time zone, the form that every Sentry version accepts. */
function toSeconds(moment: string): string {
  return new Date(moment).toISOString().slice(0, 19);
}
