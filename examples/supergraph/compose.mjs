import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { CATALOGUE_SDL } from './catalogue.mjs';

/**
 * @typedef {object} Subgraph
 * @property {string} name
 * @property {string} url
 * @property {string} sdl
 */

/**
 * The two subgraphs with their URLs.
 * @param {{ sentryUrl: string, sentrySdl: string, catalogueUrl: string }} options
 * @returns {Subgraph[]}
 */
export function subgraphsOf({ sentryUrl, sentrySdl, catalogueUrl }) {
  return [
    { name: 'sentry', url: sentryUrl, sdl: sentrySdl },
    { name: 'catalogue', url: catalogueUrl, sdl: CATALOGUE_SDL },
  ];
}

/**
 * The supergraph's SDL, in the form that every Federation 2 router reads.
 * @param {Subgraph[]} subgraphs
 */
export function compose(subgraphs) {
  const { supergraphSdl, errors } = composeServices(
    subgraphs.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })),
  );
  if (!supergraphSdl) {
    throw new Error(`The subgraphs do not compose: ${errors?.map(String).join('\n')}`);
  }
  return supergraphSdl;
}
