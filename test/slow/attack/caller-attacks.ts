import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { encodeGlobalId } from '../../../src/global-id.ts';
import { type Attack, answerOf, ask, post, type Target } from './attack.ts';
import { closeSockets, headOf, openSockets } from './sockets.ts';

/** Attacks by one caller on a gateway with default settings; each body has at most 1 MB. */
export const CALLER_ATTACKS: readonly Attack[] = [
  {
    name: 'seventeen fragments on `Event`, each spread twice by the one before (2.5 KB)',
    send: (target) => ask(target, spreadTwice(17)),
    answer: /^400 \w+$/,
  },
  {
    name: 'sixty fragments that do nothing but spread the next one twice',
    send: (target) => ask(target, emptySpreads(60)),
    answer: /^400 \w+$/,
  },
  {
    name: '566 documents of 900 KB of comment',
    send: async (target) => {
      let last = '';
      for (let index = 0; index < 566; index += 1) {
        last = await ask(target, `{ __typename } # ${index} ${'c'.repeat(900_000)}`);
      }
      return last;
    },
    answer: '400 DOCUMENT_TOO_LONG',
    // Half a gigabyte passes through, of which the collector keeps up with most.
    bounds: { grownMb: 150 },
  },
  {
    name: '`nodes(ids: $ids)` with 250,000 empty lists',
    send: (target) => ask(target, NODES, { ids: Array(250_000).fill([]) }),
    answer: /^400 \w+$/,
  },
  {
    name: '`nodes(ids: $ids)` with 250,000 texts that are no IDs',
    send: (target) => ask(target, NODES, { ids: Array(250_000).fill('a') }),
    answer: /^400 \w+$/,
  },
  {
    name: '99 aliases of 10 kB on `nodes` with 100 texts that are no IDs',
    send: (target) =>
      ask(
        target,
        `query ($ids: [ID!]!) { ${Array.from({ length: 99 }, (_, index) => `${'a'.repeat(10_000)}${index}: nodes(ids: $ids) { id }`).join(' ')} }`,
        { ids: Array(100).fill('a') },
      ),
    answer: /^400 \w+$/,
  },
  {
    name: '99 aliases on `nodes` with 100 texts that are no IDs',
    send: (target) =>
      ask(
        target,
        `query ($ids: [ID!]!) { ${Array.from({ length: 99 }, (_, index) => `a${index}: nodes(ids: $ids) { id }`).join(' ')} }`,
        { ids: Array(100).fill('a') },
      ),
    answer: /^200 data, 200 × BAD_USER_INPUT, TOO_MANY_ERRORS$/,
  },
  {
    name: '99 aliases on `nodes` with an issue a hundred times, 30 fields of each',
    send: (target) =>
      ask(
        target,
        `query ($ids: [ID!]!) { ${Array.from({ length: 99 }, (_, index) => `a${index}: nodes(ids: $ids) { ...I }`).join(' ')} }
         fragment I on Issue { ${ISSUE_FIELDS} }`,
        { ids: Array(100).fill(ISSUE_ID) },
      ),
    answer: /^200 RESPONSE_TOO_LARGE$/,
  },
  {
    name: 'eight aliases on `nodes` with an issue a hundred times, 30 fields of each',
    send: (target) =>
      ask(
        target,
        `query ($ids: [ID!]!) { ${Array.from({ length: 8 }, (_, index) => `a${index}: nodes(ids: $ids) { ...I }`).join(' ')} }
         fragment I on Issue { ${ISSUE_FIELDS} }`,
        { ids: Array(100).fill(ISSUE_ID) },
      ),
    answer: /^200 data$/,
  },
  {
    name: 'a page of a hundred full events, whole under 95 aliases',
    send: (target) =>
      ask(
        target,
        `{ issue(organization: "hellboy-meowmeow", id: "1341193000") { hashes(first: 100) { nodes { latestEvent { ${Array.from({ length: 95 }, (_, index) => `a${index}: raw`).join(' ')} } } } } }`,
      ),
    answer: /^200 RESPONSE_TOO_LARGE$/,
  },
  {
    name: 'a page of a hundred full events, every frame under ninety aliases',
    send: (target) =>
      ask(
        target,
        `{ issue(organization: "hellboy-meowmeow", id: "1341193000") { hashes(first: 100) { nodes { latestEvent { ${Array.from({ length: 90 }, (_, index) => `a${index}: entries { ... on ExceptionEntry { values { type value stacktrace { frames { function filename lineNo module inApp absPath } } } } }`).join(' ')} } } } } }`,
      ),
    answer: /^200 RESPONSE_TOO_LARGE$/,
  },
  {
    name: 'sixty pages of a hundred full events',
    send: (target) =>
      ask(
        target,
        `{ issue(organization: "hellboy-meowmeow", id: "1341193000") { ${Array.from({ length: 59 }, (_, index) => `a${index}: hashes(first: 100, after: "0:${index * 50}:0") { nodes { latestEvent { raw } } }`).join(' ')} } }`,
      ),
    answer: /^200 /,
  },
  {
    name: 'a document of 5,000 lines with 25 mistakes at its end',
    send: (target) =>
      ask(
        target,
        `{ ${'\n'.repeat(4_900)} issue(organization: "a", id: "b") { ${Array.from({ length: 1_200 }, (_, index) => `a: title(x: ${index})`).join(' ')} } }`,
      ),
    answer: /^400 .*GRAPHQL_VALIDATION_FAILED$/,
  },
  {
    name: 'fields that validation compares with one another: 3,000 of one name',
    send: (target) =>
      ask(
        target,
        `{ issue(organization: "a", id: "b") { ${Array.from({ length: 2_400 }, () => 'latestEvent { id }').join(' ')} } }`,
      ),
    answer: /^400 GRAPHQL_VALIDATION_FAILED$/,
  },
  {
    name: 'a hundred fragments that all spread one another',
    send: (target) =>
      ask(
        target,
        `{ issue(organization: "a", id: "b") { ...F0 } } ${Array.from({ length: 120 }, (_, index) => `fragment F${index} on Issue { id ${Array.from({ length: 30 }, (_, next) => `...F${Math.min(120, index + 1 + next)}`).join(' ')} }`).join(' ')} fragment F120 on Issue { id }`,
      ),
    answer: /^400 /,
  },
  {
    name: 'an operation of 9,000 fields, sent three times',
    send: async (target) => {
      await ask(target, wide(84));
      await ask(target, wide(84));
      return ask(target, wide(84));
    },
    answer: /^(200|400) /,
  },
  {
    name: '200 operations of 900 fields, each sent twice',
    send: async (target) => {
      let last = '';
      for (let index = 0; index < 200; index += 1) {
        await ask(target, wide(7, `${index}`));
        last = await ask(target, wide(7, `${index}`));
      }
      return last;
    },
    answer: /^200 /,
  },
  {
    name: 'introspection of all fields under 99 aliases',
    send: (target) =>
      ask(
        target,
        `{ __schema { types { ${aliased(99, 'fields { name description type { name kind ofType { name kind ofType { name kind } } } args { name type { name } } }')} } } }`,
      ),
    answer: /^200 RESPONSE_TOO_LARGE$/,
  },
  {
    name: '900 operations and 900 fragments in one document',
    send: (target) =>
      ask(
        target,
        Array.from(
          { length: 900 },
          (_, index) =>
            `query A${index} { ...F0 } fragment F${index} on Query { ${index === 899 ? '__typename' : `...F${index + 1}`} }`,
        ).join(' '),
      ),
    answer: /^400 /,
  },
  {
    name: '9,900 literals that are no IDs, a hundred to a field',
    send: (target) =>
      ask(
        target,
        `{ ${Array.from({ length: 90 }, (_, index) => `a${index}: nodes(ids: [${'"a" '.repeat(99)}]) { id }`).join(' ')} }`,
      ),
    answer: '200 data, 200 × BAD_USER_INPUT, TOO_MANY_ERRORS',
  },
  {
    name: 'variables of 1 MB, nested half a million times',
    send: (target) =>
      send(
        target,
        `{"query":"{ __typename }","variables":{"a":${'['.repeat(500_000)}${']'.repeat(500_000)}}}`,
      ),
    answer: /^400 /,
  },
  {
    name: 'variables with 80,000 keys',
    send: (target) =>
      ask(
        target,
        '{ __typename }',
        Object.fromEntries(Array.from({ length: 80_000 }, (_, index) => [`k${index}`, 1])),
      ),
    answer: '400 VARIABLES_TOO_LARGE',
  },
  {
    name: 'a text of 1 MB as a variable',
    send: (target) => ask(target, NODES, { ids: ['a'.repeat(1_000_000)] }),
    answer: '400 TEXT_TOO_LONG',
  },
  {
    name: 'an operation name of 1 MB',
    send: (target) =>
      send(
        target,
        JSON.stringify({ query: 'query A { __typename }', operationName: 'a'.repeat(1_000_000) }),
      ),
    answer: '400 NAME_TOO_LONG',
  },
  {
    name: '500 documents of 90 kB of comment, registered by their hashes',
    send: async (target) => {
      let last = '';
      for (let index = 0; index < 500; index += 1) {
        const query = `{ __typename } # ${index} ${'c'.repeat(90_000)}`;
        const sha256Hash = createHash('sha256').update(query).digest('hex');
        const extensions = { persistedQuery: { version: 1, sha256Hash } };
        last = await send(target, JSON.stringify({ query, extensions }));
      }
      return last;
    },
    answer: '200 data',
  },
  {
    name: '500 documents of 9,000 tokens',
    send: async (target) => {
      let last = '';
      for (let index = 0; index < 500; index += 1) {
        last = await ask(target, `{ a${index}: __typename ${'__typename '.repeat(8_990)} }`);
      }
      return last;
    },
    answer: /^(200 data|400 .*)$/,
    isShort: false,
  },
  {
    name: '520 sockets that send the head of a POST and one byte of its body',
    send: async (target) => {
      const sockets = await openSockets(target, 520, () => `${headOf(1_000)}{`);
      await sleep(3_000);
      const answer = await ask(target, '{ __typename }');
      closeSockets(sockets);
      return answer;
    },
    answer: '200 data',
  },
  {
    name: '520 sockets that send 1 MB of a body but its last byte',
    send: async (target) => {
      const sockets = await openSockets(
        target,
        520,
        () => `${headOf(1_000_000)}${'{'.padEnd(999_999)}`,
      );
      await sleep(3_000);
      const answer = await ask(target, '{ __typename }');
      closeSockets(sockets);
      return answer;
    },
    answer: '200 data',
    bounds: { grownMb: 150 },
  },
  {
    name: '520 sockets that ask for one response of 8 MB and never read it',
    send: async (target) => {
      const body = JSON.stringify({
        query: `{ issue(organization: "hellboy-meowmeow", id: "1341193000") { hashes(first: 100) { nodes { latestEvent { ${aliased(7, 'raw')} } } } } }`,
      });
      const sockets = await openSockets(target, 520, () => `${headOf(body.length)}${body}`);
      await sleep(8_000);
      const answer = await ask(target, '{ __typename }');
      closeSockets(sockets);
      return answer;
    },
    answer: '200 data',
    bounds: { grownMb: 250, otherCallerMs: 5_000 },
  },
  {
    name: '200 sockets that each send a document which takes long to validate',
    send: async (target) => {
      const bodyOf = (index: number) =>
        JSON.stringify({
          query: `{ a${index}: issue(organization: "a", id: "b") { ${'latestEvent { id } '.repeat(2_400)} } }`,
        });
      const sockets = await openSockets(target, 200, (index) => {
        const body = bodyOf(index);
        return `${headOf(body.length)}${body}`;
      });
      const answer = await ask(target, '{ __typename }');
      closeSockets(sockets);
      return answer;
    },
    answer: /^(200 data|503 OVERLOADED)$/,
    // Each takes 5 MB to parse, which the collector frees when it comes to it.
    bounds: { otherCallerMs: 30_000, grownMb: 400 },
    isShort: false,
  },
  {
    name: '520 sockets that ask for 8 MB compressed and never read it',
    send: async (target) => {
      const body = JSON.stringify({
        query: `{ issue(organization: "hellboy-meowmeow", id: "1341193000") { hashes(first: 100) { nodes { latestEvent { ${aliased(7, 'raw')} } } } } }`,
      });
      const head = headOf(body.length, 'accept-encoding: br\r\n');
      const sockets = await openSockets(target, 520, () => `${head}${body}`);
      await sleep(8_000);
      const answer = await ask(target, '{ __typename }');
      closeSockets(sockets);
      return answer;
    },
    answer: '200 data',
    // All slots are taken by operations that are executed, each with 8 MB to compress.
    bounds: { grownMb: 300, otherCallerMs: 10_000 },
    isShort: false,
  },
  {
    name: 'an ordinary page of a hundred full events',
    send: async (target) =>
      answerOf(
        await post(target, {
          query:
            '{ issue(organization: "hellboy-meowmeow", id: "1341193000") { hashes(first: 100) { nodes { hash latestEvent { id title contexts entries { __typename ... on ExceptionEntry { values { type value stacktrace { frames { function filename lineNo } } } } } } } } } }',
        }),
      ),
    answer: '200 data',
  },
];

const ISSUE_ID = encodeGlobalId('Issue', 'hellboy-meowmeow', '1341191803');
const ISSUE_FIELDS =
  'id shortId title culprit status substatus level priority type category platform logger permalink isUnhandled count userCount firstSeen lastSeen metadata statusDetails priorityLockedAt numComments isPublic shareId isBookmarked isSubscribed subscriptionDetails hasSeen issueId organizationSlug';

const NODES = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';

const EVENTS_BELOW_AN_EVENT = ['previousEvent', 'nextEvent'];

/** An operation of exponential size: each fragment spreads the next one twice. */
function spreadTwice(levels: number): string {
  const fragments = Array.from({ length: levels }, (_, index) =>
    index === levels - 1
      ? `fragment F${index} on Event { id }`
      : `fragment F${index} on Event { ${EVENTS_BELOW_AN_EVENT.map((field) => `${field} { ...F${index + 1} }`).join(' ')} issue { latestEvent { ...F${index + 1} } oldestEvent { ...F${index + 1} } } }`,
  );
  return `{ issue(organization: "hellboy-meowmeow", id: "1341191803") { latestEvent { ...F0 } } } ${fragments.join(' ')}`;
}

function emptySpreads(levels: number): string {
  const fragments = Array.from({ length: levels }, (_, index) =>
    index === levels - 1
      ? `fragment F${index} on Issue { id }`
      : `fragment F${index} on Issue { ...F${index + 1} ...F${index + 1} }`,
  );
  return `{ issue(organization: "hellboy-meowmeow", id: "1341191803") { ...F0 } } ${fragments.join(' ')}`;
}

const SCALARS = 'id title culprit status level count userCount platform shortId logger permalink';
const EVENT_SCALARS = 'id title dateCreated size message platform culprit location type';

/** Aliases of an issue, each with about a hundred fields. */
function wide(aliases: number, tag = ''): string {
  const fields = Array.from(
    { length: aliases },
    (_, index) =>
      `a${tag}_${index}: issue(organization: "hellboy-meowmeow", id: "1341191803") { ...F ...G }`,
  );
  return `{ ${fields.join(' ')} }
    fragment F on Issue { ${SCALARS} latestEvent { ...E } oldestEvent { ...E } }
    fragment E on Event { ${EVENT_SCALARS} contexts tags { key value } entries { ... on ExceptionEntry { values { type value } } } }
    fragment G on Issue { hashes(first: 1) { nodes { hash latestEvent { ...E } issue { ${SCALARS} } } } }`;
}

/** The same selection under as many aliases. */
function aliased(count: number, selection: string): string {
  return Array.from({ length: count }, (_, index) => `a${index}: ${selection}`).join(' ');
}

/** Sends a body as it is. */
async function send(target: Target, body: string): Promise<string> {
  return answerOf(await post(target, body));
}
