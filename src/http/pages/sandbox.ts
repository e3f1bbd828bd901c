import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import type { Context } from '../../context.ts';
import type { ExplorerSettings } from './explorer.ts';

/**
 * Apollo Sandbox for `/graphql`. Apollo's page has a Content-Security-Policy of its own, with a new nonce for
 * each visit, and loads its script from Apollo's CDN; for browsers without internet access, a link to the
 * bundled explorer is added.
 */
export function sandboxPage({
  operations,
  headers,
}: ExplorerSettings): ApolloServerPlugin<Context> {
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
          html: async () => addOfflineLink(typeof html === 'string' ? html : await html()),
        }),
      };
    },
  };
}

/** The empty frame would cover the text and its link, so it is hidden until it has content. */
function addOfflineLink(html: string): string {
  return html
    .replace('Welcome to Apollo Server', 'sentry-graphql')
    .replace('#embeddableSandbox {', '#embeddableSandbox:empty { display: none; }\n  $&')
    .replace(
      'it appears that you might be offline.</p>',
      'the browser loads it from the internet.</p><p>The <a href="/graphiql">bundled explorer</a> works without.</p>',
    );
}
