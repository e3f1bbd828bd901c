import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './style.css';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import type { ExplorerSettings } from '../../src/http/pages/explorer.ts';
import { SystemTheme } from './system-theme.tsx';
import { exampleTabs, linkedTab, storedTab } from './tabs.ts';

const settings: ExplorerSettings = JSON.parse(
  document.getElementById('settings')?.textContent ?? '',
);
const examples = exampleTabs(settings);
const headers = examples[0]?.headers ?? null;
const linked = linkedTab(location.search, headers);
const tabs = linked ? [linked, ...examples] : examples;
// GraphiQL fills the editors with these, and never with the variables of the tab that it opens. It opens the
// stored tab with the same text, or adds a tab.
const opened = linked ?? storedTab() ?? tabs[0];
if (linked) {
  // Otherwise a reload would open the link's operation again, beside the edited one.
  history.replaceState(null, '', location.pathname);
}

createRoot(document.getElementById('root') ?? document.body).render(
  <GraphiQL
    fetcher={createGraphiQLFetcher({ url: settings.endpoint })}
    defaultTabs={[...tabs]}
    {...(opened && { initialQuery: opened.query, initialVariables: opened.variables })}
    {...(headers !== null && { defaultHeaders: headers })}
    defaultEditorToolsVisibility={headers === null || linked ? 'variables' : 'headers'}
    schemaDescription={true}
    inputValueDeprecation={true}
  >
    <GraphiQL.Logo>
      sentry-graphql
      <SystemTheme />
    </GraphiQL.Logo>
  </GraphiQL>,
);
