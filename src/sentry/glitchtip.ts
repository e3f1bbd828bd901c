import type { SentryClient } from './client.ts';
import { endpoints } from './endpoints.ts';
import { SentryError } from './errors.ts';
import { asObject, asObjects, asText, isObject, type JsonObject } from './json.ts';
import type { SentryAnswer } from './request.ts';
import type { EventDetailJson } from './shapes/event.ts';
import type { IssueDetailJson, IssueJson } from './shapes/issue.ts';

/*
 * Where GlitchTip's API has other ways than Sentry's to the same things. From its source: issues are
 * known by numbers, and below their organization they can be listed and changed but not read one by
 * one; there is no list of an issue's events below it, and no search by ids.
 */

interface IssueName {
  readonly organization: string;
  readonly issue: string;
}

/**
 * Asks a server in Sentry's way or, if it is a GlitchTip, in GlitchTip's. One that nobody knows yet is
 * asked in Sentry's way first; where it fails as a GlitchTip would, it is looked at and asked again.
 */
export async function eitherWay<T>(
  sentry: SentryClient,
  organization: string,
  { asSentry, asGlitchTip }: { asSentry: () => Promise<T>; asGlitchTip: () => Promise<T> },
): Promise<T> {
  if (sentry.dialectOf(organization).server === 'glitchTip') {
    return asGlitchTip();
  }
  try {
    return await asSentry();
  } catch (error) {
    if (await provesGlitchTip(sentry, organization, error)) {
      return asGlitchTip();
    }
    throw error;
  }
}

/**
 * Asks either server in the same way.
 * @throws SentryError `refused` where GlitchTip cannot know the issue's name.
 */
export function orGlitchTip<T>(
  sentry: SentryClient,
  { organization, issue }: IssueName,
  ask: () => Promise<T>,
): Promise<T> {
  return eitherWay(sentry, organization, {
    asSentry: ask,
    asGlitchTip: async () => {
      refuseShortId(issue);
      return ask();
    },
  });
}

/**
 * Asks for what GlitchTip has no endpoint for.
 * @param what - What GlitchTip cannot do, in words.
 * @throws SentryError `unsupported` if the server is one.
 */
export function onSentryOnly<T>(
  sentry: SentryClient,
  organization: string,
  what: string,
  ask: () => Promise<T>,
): Promise<T> {
  return eitherWay(sentry, organization, {
    asSentry: ask,
    asGlitchTip: () => Promise.reject(unsupported(what)),
  });
}

/** Whether a failure comes of a GlitchTip. Sentry's own words rule it out without a request. */
export async function provesGlitchTip(
  sentry: SentryClient,
  organization: string,
  error: unknown,
): Promise<boolean> {
  const dialect = sentry.dialectOf(organization);
  if (dialect.server === null && looksForeign(error)) {
    await learnServer(sentry, organization).catch(() => undefined); // the first failure is told
  }
  return dialect.server === 'glitchTip';
}

/** Finds out which server it is, by the links of a list, if that is not known. */
export async function learnServer(sentry: SentryClient, organization: string): Promise<void> {
  const dialect = sentry.dialectOf(organization);
  if (dialect.server === null) {
    const { links } = await sentry.send({
      endpoint: endpoints.issues,
      params: { organization },
      query: { limit: 1 },
    });
    dialect.sawLinks(links);
  }
}

/**
 * Unknown paths are HTML at GlitchTip, with a 200 where its web application takes them for its own;
 * known ones refuse a verb in plain text, parameters with a 422, and unknown things with `Not Found`.
 */
function looksForeign(error: unknown): boolean {
  if (!(error instanceof SentryError)) {
    return false;
  }
  return error.status === 404
    ? error.detail === undefined || error.detail === 'Not Found'
    : [200, 405, 422].includes(error.status ?? 0);
}

function refuseShortId(issue: string): void {
  if (!/^\d+$/.test(issue)) {
    throw new SentryError(
      'refused',
      `GlitchTip knows issues by number alone: ${JSON.stringify(issue)} would have to be one, such as "123".`,
    );
  }
}

/**
 * Issues by number. The only way that stays within the
 * organization: `/issues/{id}/` reaches every issue that the token may read.
 */
export async function listIssuesByNumber(
  sentry: SentryClient,
  organization: string,
  ids: readonly string[],
): Promise<readonly IssueJson[]> {
  ids.forEach(refuseShortId);
  const { body, links } = await sentry.send({
    endpoint: endpoints.issuesByNumber,
    params: { organization },
    query: { limit: 100 },
    ids,
  });
  sentry.dialectOf(organization).sawLinks(links);
  const issues = asObjects<IssueJson>(body);
  if (issues === null) {
    throw new SentryError('badResponse', 'GlitchTip gave issues that are not a list.');
  }
  return issues.filter((issue) => ids.includes(asText(issue.id) ?? ''));
}

/** @throws SentryError `notFound` if the organization has no such issue. */
export async function getListedIssue(
  sentry: SentryClient,
  { organization, issue }: IssueName,
): Promise<IssueDetailJson> {
  const [found] = await listIssuesByNumber(sentry, organization, [issue]);
  if (!found) {
    throw new SentryError('notFound', `GlitchTip has no issue ${issue} in this organization.`);
  }
  return found;
}

/** Slug of the project that an issue belongs to. */
export async function getProjectSlug(sentry: SentryClient, issue: IssueName): Promise<string> {
  const { project } = await getListedIssue(sentry, issue);
  return asText(asObject(project)?.slug) ?? '';
}

/** An event of that issue, or null. */
export async function findEventByProject(
  sentry: SentryClient,
  project: string,
  { organization, issue, id }: IssueName & { readonly id: string },
): Promise<EventDetailJson | null> {
  const event = await readEvent(
    sentry.send({
      endpoint: endpoints.projectEvent,
      params: { organization, project, event: id },
    }),
  );
  return event && asText(event.groupID) === issue ? event : null;
}

/**
 * An event by name, after a look at whether the organization has the issue.
 * @throws SentryError `unsupported` for other names.
 */
export async function findNamedEvent(
  sentry: SentryClient,
  { organization, issue, name }: IssueName & { readonly name: string },
): Promise<EventDetailJson | null> {
  if (name !== 'latest') {
    throw new SentryError(
      'unsupported',
      `GlitchTip does not tell the ${name} event of an issue, only the latest one.`,
    );
  }
  await getListedIssue(sentry, { organization, issue });
  return readEvent(
    sentry.send({
      endpoint: endpoints.eventOfAnyIssue,
      params: { organization, issue, event: 'latest' },
    }),
  );
}

async function readEvent(answer: Promise<SentryAnswer>): Promise<EventDetailJson | null> {
  try {
    const { body } = await answer;
    if (!isObject(body)) {
      throw new SentryError('badResponse', 'GlitchTip gave an event that is not an object.');
    }
    return body;
  } catch (error) {
    if (error instanceof SentryError && error.kind === 'notFound') {
      return null;
    }
    throw error;
  }
}

/**
 * Refuses what GlitchTip has no endpoint for, if the server is one.
 * @throws SentryError `unsupported`
 */
export function refuseOnGlitchTip(sentry: SentryClient, organization: string, what: string): void {
  if (sentry.dialectOf(organization).server === 'glitchTip') {
    throw unsupported(what);
  }
}

function unsupported(what: string): SentryError {
  return new SentryError('unsupported', `GlitchTip cannot ${what}.`);
}

/**
 * Refuses a change that GlitchTip would pass over without a word: it sets an issue's status alone.
 * @throws SentryError `unsupported`
 */
export async function refuseUnknownChange(
  sentry: SentryClient,
  organization: string,
  change: JsonObject,
): Promise<void> {
  const [other] = Object.keys(change).filter((key) => key !== 'status');
  if (other === undefined) {
    return;
  }
  await learnServer(sentry, organization).catch(() => undefined); // the change itself will tell
  if (sentry.dialectOf(organization).server === 'glitchTip') {
    throw new SentryError(
      'unsupported',
      `GlitchTip does not change \`${other}\` of an issue, only its \`status\`.`,
    );
  }
}

/**
 * What a merge came to, of which GlitchTip only says that it took place: it keeps the issue with the
 * greatest number.
 * @throws SentryError `notFound` if that is no issue of the organization.
 */
export async function getMergedIssue(
  sentry: SentryClient,
  organization: string,
  ids: readonly string[],
): Promise<{ readonly parent: string; readonly children: readonly string[] }> {
  const [parent = '', ...children] = [...ids].sort((one, other) => Number(other) - Number(one));
  await getListedIssue(sentry, { organization, issue: parent });
  return { parent, children };
}
