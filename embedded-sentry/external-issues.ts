import { type Answer, ok } from './answer.ts';
import type { Issue } from './dataset.ts';

/*
 * Tickets of the issues in Python, with the keys of Sentry's source: `GroupIntegrationsEndpoint` and
 * `GroupExternalIssuesEndpoint`. No real server with an integration was asked.
 */

/** `/organizations/{org}/issues/{id}/integrations/`: all of the organization, each with its tickets. */
export function listIntegrations(issue: Issue): Answer {
  const tickets = [
    {
      id: '61',
      key: 'SHOP-7',
      url: 'https://acme.atlassian.net/browse/SHOP-7',
      title: 'Refunds fail',
      description: null,
      displayName: '',
    },
  ];
  return ok([
    {
      id: '12',
      name: 'Acme',
      domainName: 'acme.atlassian.net',
      status: 'active',
      provider: { key: 'jira', slug: 'jira', name: 'Jira', canAdd: true, canDisable: false },
      externalIssues: issue.platform === 'python' ? tickets : [],
    },
  ]);
}

/** `/organizations/{org}/issues/{id}/external-issues/` */
export function listLinksOfApps(issue: Issue): Answer {
  const link = {
    id: '8',
    issueId: issue.id,
    serviceType: 'clickup',
    displayName: 'Shop#31',
    webUrl: 'https://app.clickup.com/t/31',
  };
  return ok(issue.platform === 'python' ? [link] : []);
}
