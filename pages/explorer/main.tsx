import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './style.css';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import type { ExplorerSettings } from '../../src/http/pages/explorer.ts';

const { endpoint, operations, headers }: ExplorerSettings = JSON.parse(
  document.getElementById('settings')?.textContent ?? '',
);
const headersText = headers === null ? null : JSON.stringify(headers, null, 2);
const tabs = operations.map(({ document, variables }) => ({
  query: document,
  variables: JSON.stringify(variables, null, 2),
  headers: headersText,
}));
const [first] = tabs;
// GraphiQL ignores the variables of the first default tab; `initialVariables` sets them. On a later visit
// with stored tabs, `initialQuery` would open another tab.
const isFirstVisit = localStorage.getItem('graphiql:tabState') === null;

createRoot(document.getElementById('root') ?? document.body).render(
  <GraphiQL
    fetcher={createGraphiQLFetcher({ url: endpoint })}
    defaultTabs={tabs}
    {...(isFirstVisit && first && { initialQuery: first.query, initialVariables: first.variables })}
    {...(headersText !== null && { defaultHeaders: headersText })}
    defaultEditorToolsVisibility={headers === null ? 'variables' : 'headers'}
    schemaDescription={true}
    inputValueDeprecation={true}
  >
    <GraphiQL.Logo>sentry-graphql</GraphiQL.Logo>
  </GraphiQL>,
);
