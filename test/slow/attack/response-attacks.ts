import type { IncomingMessage, ServerResponse } from 'node:http';
import { encodeGlobalId } from '../../../src/global-id.ts';
import { type Attack, aliased, answerOf, ask, inTurn, post, repeat } from './attack.ts';
import { ISSUE } from './document-attacks.ts';

/** What operations within the limits can do: large responses, many requests, mistakes. */
export const RESPONSE_ATTACKS: readonly Attack[] = [
  {
    name: '99 aliases on `nodes` with an issue a hundred times, 30 fields of each',
    send: (target) => ask(target, issues(99), IDS),
    answer: '200 RESPONSE_TOO_LARGE',
  },
  {
    name: 'eight aliases on `nodes` with an issue a hundred times, 30 fields of each',
    send: (target) => ask(target, issues(8), IDS),
    answer: '200 data',
  },
  {
    name: 'a page of a hundred full events, whole under 95 aliases',
    send: (target) => ask(target, events(aliased(95, 'raw'))),
    answer: '200 RESPONSE_TOO_LARGE',
  },
  {
    name: 'a page of a hundred full events, every frame under ninety aliases',
    send: (target) => ask(target, events(aliased(90, FRAMES))),
    answer: '200 RESPONSE_TOO_LARGE',
  },
  {
    name: 'sixty pages of a hundred full events',
    send: (target) =>
      ask(
        target,
        `{ issue(organization: "hellboy-meowmeow", id: "1341193000") { ${repeat(59, (index) => `a${index}: hashes(first: 100, after: "0:${index * 50}:0") { nodes { latestEvent { raw } } }`)} } }`,
      ),
    answer: '400 OPERATION_TOO_EXPENSIVE',
  },
  {
    name: 'an operation of 9,000 fields, sent three times',
    send: (target) => inTurn(3, () => ask(target, wide(84))),
    answer: '200 data',
  },
  {
    name: '200 operations of 900 fields, each sent twice',
    send: (target) => inTurn(400, (index) => ask(target, wide(7, `${index >> 1}`))),
    answer: '200 data',
    isShort: false,
  },
  {
    name: 'introspection of all fields under 99 aliases',
    send: (target) =>
      ask(
        target,
        `{ __schema { types { ${aliased(99, 'fields { name description type { name kind ofType { name kind ofType { name kind } } } args { name type { name } } }')} } } }`,
      ),
    answer: '200 RESPONSE_TOO_LARGE',
  },
  {
    name: 'an ordinary page of a hundred full events',
    send: (target) => ask(target, events(`id title contexts entries { __typename } ${FRAMES}`)),
    answer: '200 data',
  },
  ...changesWithUnknownTokens(),
  {
    name: 'null for `@skip`, for an argument and for list items; a subscription; `$__proto__`',
    send: async (target) => {
      const answers = [
        await ask(target, 'query ($s: Boolean = true) { __typename @skip(if: $s) }', { s: null }),
        await ask(target, 'query ($i: ID = "a") { nodes(ids: [$i]) { id } }', { i: null }),
        await ask(target, 'query ($i: [ID!] = ["a"]) { nodes(ids: $i) { id } }', { i: null }),
        await ask(target, 'subscription { __typename }'),
        await ask(target, 'query ($__proto__: Int) { __typename }', { s: null }),
        await ask(target, 'query ($i: [ID!]!) { nodes(ids: $i) { id } }', {
          i: Array(100).fill([]),
        }),
      ];
      return answers.filter((answer) => /^5|INTERNAL/.test(answer)).join('; ') || 'no 500';
    },
    answer: 'no 500',
  },
  {
    name: '`_service { sdl }` in production',
    env: () => ({ NODE_ENV: 'production' }),
    send: (target) => ask(target, '{ _service { sdl } }'),
    answer: '400 GRAPHQL_VALIDATION_FAILED',
  },
];

const IDS = { ids: Array(100).fill(encodeGlobalId('Issue', 'hellboy-meowmeow', '1341191803')) };
const ISSUE_FIELDS =
  'id shortId title culprit status substatus level priority type category platform logger permalink isUnhandled count userCount firstSeen lastSeen metadata statusDetails priorityLockedAt numComments isPublic shareId isBookmarked isSubscribed subscriptionDetails hasSeen issueId organizationSlug';

function issues(aliases: number): string {
  return `query ($ids: [ID!]!) { ${aliased(aliases, 'nodes(ids: $ids) { ...I }')} } fragment I on Issue { ${ISSUE_FIELDS} }`;
}

const FRAMES =
  'entries { ... on ExceptionEntry { values { type value stacktrace { frames { function filename lineNo module inApp absPath } } } } }';

/** A page of a hundred full events. */
export function events(selection: string): string {
  return `{ issue(organization: "hellboy-meowmeow", id: "1341193000") { hashes(first: 100) { nodes { latestEvent { ${selection} } } } } }`;
}

const SCALARS = 'id title culprit status level count userCount platform shortId logger permalink';
const EVENT_SCALARS = 'id title dateCreated size message platform culprit location type';

/** Aliases of an issue, each with about a hundred fields. */
function wide(aliases: number, tag = ''): string {
  return `{ ${repeat(aliases, (index) => `a${tag}_${index}: ${ISSUE} { ...F ...G }`)} }
    fragment F on Issue { ${SCALARS} latestEvent { ...E } oldestEvent { ...E } }
    fragment E on Event { ${EVENT_SCALARS} contexts tags { key value } entries { ... on ExceptionEntry { values { type value } } } }
    fragment G on Issue { hashes(first: 1) { nodes { hash latestEvent { ...E } issue { ${SCALARS} } } } }`;
}

/** Changes with a token that Sentry does not know must not make other callers' reads repeat. */
function changesWithUnknownTokens(): readonly Attack[] {
  let reads = 0;
  const upstream = ({ headers, method }: IncomingMessage, response: ServerResponse) => {
    const isKnown = headers.authorization === 'Bearer victim';
    reads += isKnown && method === 'GET' ? 1 : 0;
    response.writeHead(isKnown ? 200 : 401, { 'content-type': 'application/json' });
    response.end('{"id":"1","title":"An issue","project":{"slug":"web"}}');
  };
  return [
    {
      name: 'twenty changes with an unknown token, between equal reads of another caller',
      env: () => ({ SENTRY_AUTH_TOKEN: undefined }),
      upstream,
      async send(target) {
        reads = 0;
        const read = (token: string) =>
          post(
            target,
            { query: '{ issue(organization: "acme", id: "1") { title tags { key } } }' },
            { authorization: `Bearer ${token}` },
          );
        const query = `mutation { updateIssue(input: { issue: "${encodeGlobalId('Issue', 'acme', '1')}", isBookmarked: true }) { clientMutationId } }`;
        for (let index = 0; index < 20; index += 1) {
          await answerOf(await post(target, { query }, { authorization: 'Bearer unknown' }));
          await answerOf(await read('victim'));
        }
        return `${reads} requests for 20 reads`;
      },
      answer: '1 requests for 20 reads',
    },
  ];
}
