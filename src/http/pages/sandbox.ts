import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import type { Context } from '../../context.ts';
import type { ExplorerSettings } from './explorer.ts';

/**
 * Apollo Sandbox as the page of `/graphql`. The page carries a Content-Security-Policy of its own,
 * with a nonce for each visit; its script comes from Apollo's CDN, so the words that it shows without
 * one are given a way on.
 */
export function sandboxPage({ tour, headers }: ExplorerSettings): ApolloServerPlugin<Context> {
  const [first] = tour;
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
          html: async () => withWayOn(typeof html === 'string' ? html : await html()),
        }),
      };
    },
  };
}

/** The frame lies over those words from the start, empty or not: it is to take clicks when it is there. */
function withWayOn(html: string): string {
  return html
    .replace('Welcome to Apollo Server', 'sentry-graphql')
    .replace('#embeddableSandbox {', '#embeddableSandbox:empty { display: none; }\n  $&')
    .replace(
      'it appears that you might be offline.</p>',
      'the browser loads it from the internet.</p><p>The <a href="/graphiql">bundled explorer</a> works without.</p>',
    );
}
