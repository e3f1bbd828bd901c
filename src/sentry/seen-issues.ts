import { SentryError } from './errors.ts';
import { asObject, asText } from './json.ts';
import type { IssueJson } from './shapes/issue.ts';

/**
 * Issues of one project that a server has just listed: the only ones that a bulk change takes.
 *
 * Sentry of most of 2024 takes a bulk change whose ids match nothing as one of all unresolved issues,
 * GlitchTip one without ids as one of all issues, and Sentry merges a whole project without ids
 * (getsentry/sentry#43378). So the constructor is private, and `see` checks what was listed.
 */
export class SeenIssues {
  /** Two numeric IDs or more. */
  readonly ids: readonly string[];
  /** Numeric ID of the project. */
  readonly project: string;

  private constructor(ids: readonly string[], project: string) {
    this.ids = ids;
    this.project = project;
  }

  /**
   * @param ids - The issues to change, by numeric IDs.
   * @param listed - What the server lists of them.
   * @throws SentryError `notFound` if one is not listed, `refused` for fewer than two or for issues
   * of several projects.
   */
  static see(ids: readonly string[], listed: readonly IssueJson[]): SeenIssues {
    const byId = new Map(listed.map((issue) => [asText(issue.id), issue]));
    const missing = ids.find((id) => !byId.has(id));
    if (missing !== undefined) {
      throw new SentryError(
        'notFound',
        `The organization has no issue ${missing}: it does not exist, or was merged into another one. Nothing was changed.`,
        { wasSent: false },
      );
    }
    const projects = new Map(
      ids.map((id) => {
        const project = asObject<{ readonly id?: unknown; readonly slug?: unknown }>(
          byId.get(id)?.project,
        );
        return [asText(project?.id as string), asText(project?.slug as string)];
      }),
    );
    const [first, ...others] = projects;
    const project = first?.[0];
    if (others.length > 0) {
      throw new SentryError(
        'refused',
        `The issues belong to the projects ${[...projects.values()].join(' and ')}: only issues of one project can be merged. Nothing was changed.`,
        { wasSent: false },
      );
    }
    if (project === null || project === undefined || ids.length < 2) {
      throw new SentryError('refused', 'A merge takes two issues or more of one project.', {
        wasSent: false,
      });
    }
    return new SeenIssues(ids, project);
  }
}
