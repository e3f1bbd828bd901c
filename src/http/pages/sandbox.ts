import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import type { Context } from '../../context.ts';
import type { ExplorerSettings } from './explorer.ts';

/**
 * Apollo Sandbox for `/graphql`. Apollo's page has a Content-Security-Policy of its own, with a new nonce for
 * each visit, and loads its script from Apollo's CDN; browsers without internet access see `OFFLINE_PAGE`.
 */
export function sandboxPage(
  { operations, headers }: ExplorerSettings,
  { hasTriage }: { readonly hasTriage: boolean },
): ApolloServerPlugin<Context> {
  const [first] = operations;
  const plugin = ApolloServerPluginLandingPageLocalDefault({
    ...first,
    ...(headers === null ? {} : { headers }),
    includeCookies: false,
    embed: { runTelemetry: false },
  });
  return {
    async serverWillStart(service) {
      const listener = await plugin.serverWillStart?.(service);
      const { html } = (await listener?.renderLandingPage?.()) ?? { html: '' };
      return {
        renderLandingPage: async () => ({
          html: async () =>
            addOfflinePage(typeof html === 'string' ? html : await html(), hasTriage),
        }),
      };
    },
  };
}

const OFFLINE_STYLE = `
        :root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5; }
        .offline { max-width: 34rem; margin: 12vh auto 0; padding: 0 1.5rem; }
        .offline a { color: light-dark(#4a36b0, #b9abff); }
`;
const OFFLINE_PAGE = `<main class="offline">
    <h1>sentry-graphql</h1>
    <p>This is the GraphQL endpoint. Apollo Sandbox cannot be shown here, because the browser cannot load it from the internet.</p>
    <ul>
      <li><a href="/graphiql">/graphiql</a>, the bundled explorer, works offline.</li>
      TRIAGE
    </ul>
  </main>`;
const TRIAGE_LINK =
  '<li><a href="/triage">/triage</a> shows, compares and unmerges the hashes of an issue.</li>';

/** The empty frame would cover the page, so it is hidden until it has content. */
function addOfflinePage(html: string, hasTriage: boolean): string {
  return html
    .replace('<title>Apollo Server</title>', '<title>sentry-graphql</title>')
    .replace('#embeddableSandbox {', '#embeddableSandbox:empty { display: none; }\n  $&')
    .replace('.fallback {', `${OFFLINE_STYLE}        $&`)
    .replace(
      /<h1>Welcome to Apollo Server<\/h1>[\s\S]*?(?=\n<\/div>)/,
      OFFLINE_PAGE.replace('TRIAGE', hasTriage ? TRIAGE_LINK : ''),
    );
}
