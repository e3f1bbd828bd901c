import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countValues, EVENT, EVENT_PAGE, expectFields, select } from './event-fields.ts';
import {
  askSentry,
  ISSUES,
  KINDS_OF_EVENTS,
  type RealGateway,
  startRealGateway,
} from './real-sentry.ts';

/* Every kind of event, compared field by field with Sentry's own response. */

let gateway: RealGateway;
beforeAll(async () => {
  gateway = await startRealGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

async function read(fields: string): Promise<Awaited<ReturnType<RealGateway['execute']>>['data']> {
  const { data, errors } = await gateway.execute(`{ organization(slug: "acme") { ${fields} } }`);
  expect(errors).toBeUndefined();
  return data.organization;
}

const KINDS = [...KINDS_OF_EVENTS, 'occurrence', 'reported', 'huge', 'old'] as const;

/** Kinds with more than one event. */
const WITH_OLDER_EVENTS: readonly string[] = ['python', 'javascript', 'native', 'java'];

describe.each(KINDS)('an event of the kind %s', (kind) => {
  const { issueId, eventId, project } = ISSUES[kind];

  test.each(WITH_OLDER_EVENTS.includes(kind) ? ['latest', 'oldest'] : ['latest'])(
    'has the values of Sentry: the %s event of its issue',
    async (which) => {
      const fields = { ...EVENT, ...EVENT_PAGE };
      const { issue } = await read(
        `issue(id: "${issueId}") { event: ${which}Event ${select(fields)} }`,
      );
      const path = `/organizations/acme/issues/${issueId}/events/${which}/`;
      const [event, page] = await Promise.all([
        // The same body as in lists: without the release, and with breadcrumbs as data, not for display.
        askSentry(`${path}?collapse=stacktraceOnly`),
        askSentry(path),
      ]);
      expect(issue.event).toEqual({
        ...expectFields(EVENT, event.body),
        ...expectFields(EVENT_PAGE, page.body),
      });
      expect(countValues(issue.event)).toBeGreaterThan(40);
    },
  );

  test('has the values of Sentry in the list of hashes', async () => {
    const { issue } = await read(
      `issue(id: "${issueId}") { hashes(first: 5) { nodes { hash latestEvent ${select(EVENT)} } } }`,
    );
    const { body } = await askSentry(`/organizations/acme/issues/${issueId}/hashes/?per_page=5`);
    expect(issue.hashes.nodes).toEqual(
      body.map(({ id, latestEvent }: { id: string; latestEvent: object }) => ({
        hash: id,
        latestEvent: expectFields(EVENT, latestEvent),
      })),
    );
  });

  test('has the values of Sentry in the list of events, and by its ID', async () => {
    const { issue, project: parent } = await read(
      `issue(id: "${issueId}") {
        events(first: 1) { nodes ${select(EVENT)} }
        event(id: "${eventId}") ${select(EVENT)}
      }
      project(slug: "${project}") { event(id: "${eventId}") ${select(EVENT)} }`,
    );
    const list = await askSentry(`/organizations/acme/issues/${issueId}/events/?full=1&per_page=1`);
    expect(issue.events.nodes).toEqual([expectFields(EVENT, list.body[0])]);
    expect(issue.event).toEqual(expectFields(EVENT, list.body[0]));
    const own = await askSentry(`/projects/acme/${project}/events/${eventId}/`);
    expect(parent.event).toEqual(expectFields(EVENT, own.body));
  });
});
