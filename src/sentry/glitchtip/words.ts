import { notSent, SentryError } from '../errors.ts';
import type { Names } from '../server-kind.ts';

/** A method of the API that GlitchTip lacks. */
export function unsupported(what: string): () => Promise<never> {
  return () => Promise.reject(new SentryError('unsupported', `GlitchTip cannot ${what}.`));
}

/** Thrown without a request: GlitchTip's paths take only numbers of issues. */
export function refuseShortId(issue: string): void {
  if (!/^\d+$/.test(issue)) {
    throw notSent(
      'refused',
      `GlitchTip finds issues only by number; expected one such as "123" instead of ${JSON.stringify(issue)}.`,
    );
  }
}

/** GlitchTip's slugs. Paths with others belong to its web application: a page, or an internal error without it. */
const SLUG = /^[-\w]+$/;

export function refuseNames({ organization, project }: Names): SentryError | null {
  const inOrganization = JSON.stringify(organization);
  if (organization && !SLUG.test(organization)) {
    return new SentryError('notFound', `There is no organization ${inOrganization}.`, {
      missing: 'organization',
      wasSent: false,
    });
  }
  return project === undefined || SLUG.test(project)
    ? null
    : new SentryError(
        'notFound',
        `The organization ${inOrganization} has no project ${JSON.stringify(project)}.`,
        { missing: 'project', wasSent: false },
      );
}
