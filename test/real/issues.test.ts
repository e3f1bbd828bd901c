import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectFields, ISSUE, ISSUE_PAGE, select } from './event-fields.ts';
import {
  askSentry,
  ISSUES,
  KINDS_OF_EVENTS,
  type RealGateway,
  startRealGateway,
} from './real-sentry.ts';

/* Issues, projects and organizations, compared field by field with Sentry's own responses. */

let gateway: RealGateway;
beforeAll(async () => {
  gateway = await startRealGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

test('issues in a list have the fields of Sentry’s list', async () => {
  const { data, errors } = await gateway.execute(
    `{ organization(slug: "acme") { issues(first: 100, query: "") { nodes ${select(ISSUE)} } } }`,
  );
  expect(errors).toBeUndefined();
  const { body } = await askSentry('/organizations/acme/issues/?query=&limit=100');
  expect(data.organization.issues.nodes).toEqual(
    body.map((issue: object) => expectFields(ISSUE, issue)),
  );
  expect(body).toHaveLength(85);
});

test('an issue has the fields of Sentry’s detail', async () => {
  const names = [...KINDS_OF_EVENTS, 'many-hashes', 'occurrence', 'reported'] as const;
  for (const name of names) {
    const { issueId, shortId } = ISSUES[name];
    const { data, errors } = await gateway.execute(
      `{ issue(organization: "acme", id: "${shortId}") ${select(ISSUE_PAGE)} }`,
    );
    expect(errors).toBeUndefined();
    const { body } = await askSentry(`/organizations/acme/issues/${issueId}/`);
    expect(data.issue).toEqual(expectFields(ISSUE_PAGE, body));
  }
});

test('several issues by ID take one request, and each has its fields', async () => {
  const ids = KINDS_OF_EVENTS.map((name) => ISSUES[name].issueId);
  gateway.proxy.forget();
  const { data, errors } = await gateway.execute(
    `{ organization(slug: "acme") { ${ids
      .map((id) => `_${id}: issue(id: "${id}") { title count project { slug } }`)
      .join(' ')} } }`,
  );
  expect(errors).toBeUndefined();
  expect(gateway.proxy.exchanges).toHaveLength(1);
  const { body } = await askSentry(
    `/organizations/acme/issues/?${ids.map((id) => `group=${id}`).join('&')}`,
  );
  expect(Object.values(data.organization)).toHaveLength(ids.length);
  for (const { id, title, count, project } of body) {
    expect(data.organization[`_${id}`]).toEqual({
      title,
      count: Number(count),
      project: { slug: project.slug },
    });
  }
});

test('an organization and a project have the fields of Sentry', async () => {
  const { data, errors } = await gateway.execute(
    `{ organization(slug: "acme") {
      slug organizationId name dateCreated
      project(slug: "frontend") {
        projectId slug name platform dateCreated status isMember hasAccess isBookmarked features firstEvent
      }
    } }`,
  );
  expect(errors).toBeUndefined();
  const { project, ...organization } = data.organization;
  const rest = (await askSentry('/organizations/acme/')).body;
  expect(organization).toEqual({
    slug: 'acme',
    organizationId: rest.id,
    name: 'Acme Inc',
    dateCreated: rest.dateCreated,
  });
  const restProject = (await askSentry('/projects/acme/frontend/')).body;
  const { projectId, ...fields } = project;
  expect(projectId).toBe(restProject.id);
  expect(restProject).toMatchObject(fields);
});
