// Starts both subgraphs and two gateways over them, and prints how to query each. Ctrl+C stops all.
import { readFileSync } from 'node:fs';
import { readConfig } from '../../dist/config/config.js';
import { startGateway } from '../../dist/server.js';
import { startCatalogue } from './catalogue.mjs';
import { compose, subgraphsOf } from './compose.mjs';
import { startApolloGateway, startHiveGateway } from './gateways.mjs';

const sentry = await startGateway(readConfig({ PORT: '4000', ...process.env }), {
  report: console.error,
});
const catalogue = await startCatalogue({ port: 4001 });
const supergraphSdl = compose(
  subgraphsOf({
    sentryUrl: sentry.url,
    sentrySdl: readFileSync(new URL('../../subgraph.graphql', import.meta.url), 'utf8'),
    catalogueUrl: catalogue.url,
  }),
);
const routerSecret = process.env['ROUTER_SECRET'];
const apollo = await startApolloGateway({ supergraphSdl, port: 4100, routerSecret });
const hive = await startHiveGateway({ supergraphSdl, port: 4200, routerSecret });

console.log(`
Subgraphs
  sentry          ${sentry.url}  (over ${sentry.upstream})
  catalogue       ${catalogue.url}
Supergraph
  Apollo Gateway  ${apollo.url}
  Hive Gateway    ${hive.url}

Query either of them from another terminal:

  node examples/supergraph/ask.mjs ${apollo.url}
  node examples/supergraph/ask.mjs ${hive.url}
`);

process.once('SIGINT', stop).once('SIGTERM', stop);

async function stop() {
  await Promise.all([apollo.stop(), hive.stop()]);
  await Promise.all([catalogue.stop(), sentry.stop()]);
}
