import type { Context } from '../../context.ts';
import { eventIdOf, eventTypeOf, projectOf, type SentryEvent } from '../../sentry/events.ts';
import { asObject, asText, type JsonObject } from '../../sentry/json.ts';
import { issueOf } from '../event-detail.ts';

/** Null without a request for a transaction, which Sentry does not group. */
export async function groupingOf(
  event: SentryEvent,
  _args: object,
  { loaders }: Context,
): Promise<JsonObject | null> {
  const { organization, body } = event;
  if (eventTypeOf(body) === 'transaction') {
    return null;
  }
  const project = projectOf(body) || (await projectOfIssue(event, loaders));
  return project === ''
    ? null
    : loaders.eventGrouping.load({ organization, project, id: eventIdOf(body) });
}

/** For an event without its project, as in the sample of Sentry's documentation. */
async function projectOfIssue(event: SentryEvent, loaders: Context['loaders']): Promise<string> {
  const issue = issueOf(event);
  const { organization } = event;
  const { project } = issue === '' ? {} : await loaders.issue.load({ organization, issue });
  return asText(asObject(project)?.id) ?? '';
}
