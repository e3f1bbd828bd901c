import type { ExplorerSettings } from '../../src/http/pages/explorer.ts';

/** A tab, with its texts as they are in the editors. */
export interface Tab {
  readonly query: string;
  readonly variables: string;
  readonly headers: string | null;
}

/** GraphiQL's tabs of an earlier visit. */
const STORED = 'graphiql:tabState';

/** One for each example operation. */
export function exampleTabs({ operations, headers }: ExplorerSettings): readonly Tab[] {
  return operations.map(({ document, variables }) => ({
    query: document,
    variables: JSON.stringify(variables, null, 2),
    headers: headers === null ? null : JSON.stringify(headers, null, 2),
  }));
}

/** The operation of a link: `?query=…&variables=…`, as in GraphQL over HTTP. Null without one. */
export function linkedTab(search: string, headers: string | null): Tab | null {
  const parameters = new URLSearchParams(search);
  const query = parameters.get('query');
  const variables = parameters.get('variables') ?? '';
  return query === null ? null : { query, variables: indented(variables), headers };
}

function indented(json: string): string {
  try {
    return json === '' ? '' : JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    // The editor marks the mistake.
    return json;
  }
}

/** The active tab of an earlier visit; null if there was none. */
export function storedTab(): Pick<Tab, 'query' | 'variables'> | null {
  try {
    const { tabs, activeTabIndex } = JSON.parse(localStorage.getItem(STORED) ?? '{}');
    const { query, variables } = tabs[activeTabIndex];
    return { query: query ?? '', variables: variables ?? '' };
  } catch {
    return null;
  }
}
