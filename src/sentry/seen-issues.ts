import { notSent } from './errors.ts';
import { asObject, asText } from './json.ts';
import type { IssueJson } from './shapes/issue.ts';

/**
 * Issues of one project that a server has just listed: a bulk change accepts no others.
 *
 * Most Sentry versions of 2024 apply a bulk change whose IDs match nothing to all unresolved issues, GlitchTip applies
 * one without IDs to all issues, and Sentry merges a whole project without IDs (getsentry/sentry#43378). So the
 * constructor is private, and `see` checks what was listed.
 */
export class SeenIssues {
  /** At least two numeric IDs. */
  readonly ids: readonly string[];
  readonly project: string;

  private constructor(ids: readonly string[], project: string) {
    this.ids = ids;
    this.project = project;
  }

  /**
   * @param ids - Numeric IDs of the issues to change.
   * @param listed - The issues that the server returned for them.
   * @throws SentryError `notFound` if one is not listed, `refused` for fewer than two or for issues
   * of several projects, `badResponse` if they have no project.
   */
  static see(ids: readonly string[], listed: readonly IssueJson[]): SeenIssues {
    const byId = new Map(listed.map((issue) => [asText(issue.id), issue]));
    const missing = ids.find((id) => !byId.has(id));
    if (missing !== undefined) {
      throw notSent(
        'notFound',
        `The organization has no issue ${missing}: it does not exist, or was merged into another one. Nothing was changed.`,
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
      throw notSent(
        'refused',
        `The issues belong to the projects ${[...projects.values()].join(' and ')}; only issues of one project can be merged. Nothing was changed.`,
      );
    }
    if (ids.length < 2) {
      throw notSent('refused', 'A merge needs at least two issues of one project.');
    }
    if (project === null || project === undefined) {
      throw notSent(
        'badResponse',
        'The issues were listed without their project. Nothing was changed.',
      );
    }
    return new SeenIssues(ids, project);
  }
}
