import { type Answer, ok } from './answer.ts';
import { linkHeader, paginateByPage, readPerPage } from './paging.ts';
import type { Target } from './routes.ts';

/*
 * Tickets of the issues in Python, as a real server answers whose database has an integration and a link
 * (`GroupIntegrationsEndpoint`, `GroupExternalIssuesEndpoint`).
 */

/** `/organizations/{org}/issues/{id}/integrations/`: all of the organization, each with its tickets. */
export function listIntegrations({ issue, request }: Target): Answer {
  const tickets = [
    {
      id: '61',
      key: 'SHOP-7',
      url: 'https://acme.atlassian.net/browse/SHOP-7',
      title: 'Refunds fail',
      description: 'Since yesterday',
      displayName: '',
    },
  ];
  const integrations = [
    {
      id: '12',
      name: 'Acme',
      icon: 'https://acme.atlassian.net/icon.png',
      domainName: 'acme.atlassian.net',
      accountType: 'Organization',
      scopes: null,
      status: 'active',
      provider: {
        key: 'jira',
        slug: 'jira',
        name: 'Jira',
        canAdd: true,
        canDisable: false,
        features: ['issue-basic', 'issue-sync'],
        aspects: {},
      },
      externalIssues: issue.platform === 'python' ? tickets : [],
    },
  ];
  const { items, link } = paginateByPage(integrations, request);
  return ok(items, { link });
}

/** `/organizations/{org}/issues/{id}/external-issues/` */
export function listLinksOfApps({ issue, request }: Target): Answer {
  const linked = {
    id: '1',
    issueId: issue.id,
    serviceType: 'clickup',
    displayName: 'Shop#31',
    webUrl: 'https://app.clickup.com/t/31',
  };
  const rows = issue.platform === 'python' ? [linked] : [];
  // The cursors of a page by ID; there is no second page.
  const id = rows[0]?.id ?? '0';
  const offset = rows.length === 0 ? 0 : readPerPage(request.query.get('per_page'));
  const link = linkHeader(request, {
    previous: { cursor: `${id}:0:1`, results: false },
    next: { cursor: `${id}:${offset}:0`, results: false },
  });
  return ok(rows, { link });
}
