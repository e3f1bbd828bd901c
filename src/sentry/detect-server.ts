import type { SentryApi } from './api.ts';
import { endpoints } from './endpoints.ts';
import { SentryError, withServerName } from './errors.ts';
import { MAX_EVENTS_PER_REQUEST } from './events.ts';
import { glitchTip } from './glitchtip.ts';
import { isForOneProjectOnly, MAX_ISSUES_PER_REQUEST } from './issues.ts';
import { createKnownLengths, createRowTimes } from './list-knowledge.ts';
import type { SentryAnswer } from './request.ts';
import { sentryServer } from './sentry-server.ts';
import type { Names, SentryClient, ServerKind, ServerKnowledge } from './server-kind.ts';
import { createShortPages } from './short-pages.ts';

const KINDS: readonly ServerKind[] = [sentryServer, glitchTip];

/** Responses in a row of another kind of server before the kind is changed. */
const ANSWERS_TO_UNLEARN = 3;

export interface LearnedServer {
  readonly knowledge: ServerKnowledge;
  learn(answer: SentryAnswer): void;
}

/**
 * Learns from each response of one server. A kind is detected by what only that kind sends.
 * @param options.splitPagesOverMs - See `createRowTimes`.
 */
export function createServerKnowledge({ splitPagesOverMs = 0 } = {}): LearnedServer {
  let kind: ServerKind | null = null;
  let contrary = 0;
  const knowledge: ServerKnowledge = {
    get kind() {
      return kind;
    },
    unmergeVerb: 'PUT',
    ignoresHashes: false,
    lengths: createKnownLengths(),
    takesProjectNumbers: null,
    maxIssuesOfStats: MAX_ISSUES_PER_REQUEST,
    shortPages: { full: createShortPages(), light: createShortPages() },
    rowTimes: createRowTimes(splitPagesOverMs),
  };
  return {
    knowledge,
    learn(answer) {
      const shown = KINDS.find((each) => each.isProvedBy(answer));
      if (shown === undefined) {
        return;
      }
      contrary = shown === kind ? 0 : contrary + 1;
      if (kind === null || contrary >= ANSWERS_TO_UNLEARN) {
        kind = shown;
        knowledge.ignoresHashes = false;
        knowledge.takesProjectNumbers = null;
        knowledge.maxIssuesOfStats = MAX_ISSUES_PER_REQUEST;
        contrary = 0;
      }
    },
  };
}

/** Sentry since September 2026; assumed of a server until it sends more in one page. */
const SHORT_FULL_PAGE = 10;

/** Rows of a page of full events that a server is known to send. */
export function fullPageRowsOf({ kind, shortPages }: ServerKnowledge): number {
  const isLong = kind === glitchTip || shortPages.full.largest() > SHORT_FULL_PAGE;
  return isLong ? MAX_EVENTS_PER_REQUEST : SHORT_FULL_PAGE;
}

type Method = keyof SentryApi;
type Key = Names & { readonly organization: string | null };
type AnyMethod = (client: SentryClient, key: Key) => Promise<unknown>;

const METHODS = Object.keys(sentryServer.api) as Method[];
const CHANGES: ReadonlySet<Method> = new Set([
  'updateIssue',
  'addNote',
  'mergeIssues',
  'unmergeHashes',
]);

const methodOf = ({ api }: ServerKind, name: Method) => api[name] as AnyMethod;

/**
 * The API of every server, with the requests of its kind. Reads from an unknown server are sent as to Sentry, and
 * again if the response, or a check after a failure, shows another kind. Before the first change, an unknown
 * server is checked.
 */
export function createApi(client: SentryClient): SentryApi {
  return Object.assign(Object.create(API_OF_CLIENT), { client });
}

/** Shared by all operations. */
const API_OF_CLIENT: object = Object.fromEntries(
  METHODS.map((name) => [
    name,
    function askByName(this: { readonly client: SentryClient }, key: Key) {
      return ask(this.client, name, key).catch((error: unknown) => {
        throw withServerName(this.client.serverOf(key.organization).kind?.name, error);
      });
    },
  ]),
);

function ask(client: SentryClient, name: Method, key: Key): Promise<unknown> {
  const { kind } = client.serverOf(key.organization);
  if (kind !== null) {
    const refusal = kind.refusalOf(key);
    return refusal ? Promise.reject(refusal) : methodOf(kind, name)(client, key);
  }
  return CHANGES.has(name)
    ? changeUnknownServer(client, name, key)
    : askUnknownServer(client, name, key);
}

async function changeUnknownServer(client: SentryClient, name: Method, key: Key) {
  await lookAt(client, key.organization);
  const { kind } = client.serverOf(key.organization);
  return methodOf(kind ?? sentryServer, name)(client, key);
}

async function askUnknownServer(client: SentryClient, name: Method, key: Key) {
  const server = client.serverOf(key.organization);
  const asSentry = methodOf(sentryServer, name);
  const methodNow = () => methodOf(server.kind ?? sentryServer, name);
  try {
    const answer = await asSentry(client, key);
    return methodNow() === asSentry ? answer : await methodNow()(client, key);
  } catch (error) {
    if (server.kind === null && looksForeign(error)) {
      return askAsGlitchTip(client, name, key, error);
    }
    if (methodNow() === asSentry) {
      throw error;
    }
    return methodNow()(client, key);
  }
}

/** The answer, or the first list that is needed for it, shows whether it is a GlitchTip. */
async function askAsGlitchTip(client: SentryClient, name: Method, key: Key, refusal: unknown) {
  const server = client.serverOf(key.organization);
  const refusedName = glitchTip.refusalOf(key);
  if (refusedName || methodOf(glitchTip, name) === methodOf(sentryServer, name)) {
    throw refusedName ?? refusal;
  }
  try {
    const answer = await methodOf(glitchTip, name)(client, key);
    if (server.kind === sentryServer) {
      throw refusal;
    }
    return answer;
  } catch (error) {
    if (server.kind === null) {
      await lookAt(client, key.organization);
    }
    throw server.kind === glitchTip ? error : refusal;
  }
}

/**
 * Requests a list of an organization, whose links show the kind of server.
 * @throws SentryError if the token or the organization is not accepted.
 */
async function lookAt(client: SentryClient, organization: string | null): Promise<void> {
  if (organization === null) {
    return;
  }
  try {
    await client.send({
      endpoint: endpoints.issues,
      params: { organization },
      query: { limit: 1 },
      isFallback: true,
    });
  } catch (error) {
    const refusedName = looksForeign(error) ? glitchTip.refusalOf({ organization }) : null;
    if (refusedName) {
      throw refusedName;
    }
    // Only Sentry has such plans; while the kind is unknown, the request is the one for Sentry.
    if (!isForOneProjectOnly(error)) {
      throw error;
    }
  }
}

/**
 * A failure that is unusual for Sentry. GlitchTip answers unknown paths with HTML: if they look like paths of its web
 * application with a 200, or with a 500 if only the backend is installed. It refuses a method in plain text,
 * parameters with a 422, and unknown objects with `Not Found`. Sentry's own 500 has a message.
 */
function looksForeign(error: unknown): boolean {
  if (!(error instanceof SentryError)) {
    return false;
  }
  switch (error.status) {
    case 404:
      return error.detail === undefined || error.detail === 'Not Found';
    case 500:
      return error.detail === undefined;
    case 200:
    case 405:
    case 422:
      return true;
    default:
      return false;
  }
}
