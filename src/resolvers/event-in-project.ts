import type { Context } from '../context.ts';
import type { EventInProjectLoader } from '../loaders/event.ts';
import { eventIdOf, eventTypeOf, projectOf, type SentryEvent } from '../sentry/events.ts';
import { asObject, asText } from '../sentry/json.ts';
import { issueOf } from './event-detail.ts';

type Loaders = Context['loaders'];

/** How the event was grouped; null without a request for a transaction, which Sentry does not group. */
export const groupingOf = ofErrors(({ eventGrouping }) => eventGrouping);

/** Null without a request for a transaction, which no commit caused. */
export const suspectCommitsOf = ofErrors(({ suspectCommits }) => suspectCommits);

export const attachmentsOf = inProject(({ attachments }) => attachments);

function ofErrors<V>(loaderOf: (loaders: Loaders) => EventInProjectLoader<V>) {
  const find = inProject(loaderOf);
  return async (event: SentryEvent, args: object, context: Context): Promise<V | null> =>
    eventTypeOf(event.body) === 'transaction' ? null : find(event, args, context);
}

function inProject<V>(loaderOf: (loaders: Loaders) => EventInProjectLoader<V>) {
  return async (event: SentryEvent, _args: object, { loaders }: Context): Promise<V | null> => {
    const { organization, body } = event;
    const project = projectOf(body) || (await projectOfIssue(event, loaders));
    return project === ''
      ? null
      : loaderOf(loaders).load({ organization, project, id: eventIdOf(body) });
  };
}

/** For an event without its project, as in the sample of Sentry's documentation. */
async function projectOfIssue(event: SentryEvent, loaders: Loaders): Promise<string> {
  const issue = issueOf(event);
  const { organization } = event;
  const { project } = issue === '' ? {} : await loaders.issue.load({ organization, issue });
  return asText(asObject(project)?.id) ?? '';
}
