import type { Links } from './link-header.ts';

/**
 * What has been learned of one server from its answers, for all callers and operations. Nobody tells
 * the gateway which server it speaks to: it asks as today's Sentry is asked, in words that the others
 * understand too, and looks at what comes. Whatever was learned wrongly, or is no longer true after
 * the server's next release, the next answer corrects.
 */
export interface Dialect {
  /** Null until a list has been read. */
  readonly server: 'sentry' | 'glitchTip' | null;
  /** The verb of an unmerge. */
  readonly unmergeVerb: 'PUT' | 'DELETE';
  /** Learns from the links of a page. */
  sawLinks(links: Links): void;
  /** Learns that the verb is the other one. */
  sawNoVerb(verb: Dialect['unmergeVerb']): void;
}

export function createDialect(): Dialect {
  let server: Dialect['server'] = null;
  let unmergeVerb: Dialect['unmergeVerb'] = 'PUT';
  return {
    get server() {
      return server;
    },
    get unmergeVerb() {
      return unmergeVerb;
    },
    sawLinks(links) {
      server = serverOf(links) ?? server;
    },
    sawNoVerb(verb) {
      unmergeVerb = verb === 'PUT' ? 'DELETE' : 'PUT';
    },
  };
}

/** `value:offset:is_prev` */
const SENTRY_CURSOR = /^-?\d+(?:\.\d+)?:-?\d+:-?\d+$/;

/**
 * Whose links these are: Sentry gives a cursor of its own form with each, GlitchTip none where no page
 * lies, and base64 elsewhere. A page without links tells nothing.
 */
export function serverOf({ previous, next }: Links): Dialect['server'] {
  if (!previous || !next) {
    return null;
  }
  return [previous, next].every(({ cursor }) => cursor !== null && SENTRY_CURSOR.test(cursor))
    ? 'sentry'
    : 'glitchTip';
}
