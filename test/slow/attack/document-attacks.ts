import { createHash } from 'node:crypto';
import { encodeGlobalId } from '../../../src/global-id.ts';
import { type Attack, aliased, ask, inTurn, repeat, sendBody } from './attack.ts';

/** What a document or its variables can do, within 1 MB and with default settings. */
export const DOCUMENT_ATTACKS: readonly Attack[] = [
  {
    name: 'seventeen fragments on `Event`, each spread twice by the one before (2.5 KB)',
    send: (target) => ask(target, spreadTwice(17)),
    answer: /^400 OPERATION_TOO_DEEP$/,
  },
  {
    name: 'sixty fragments that do nothing but spread the next one twice',
    send: (target) => ask(target, emptySpreads(60)),
    answer: /^400 TOO_MANY_FIELDS$/,
  },
  {
    name: '566 documents of 900 KB of comment',
    send: (target) =>
      inTurn(566, (index) => ask(target, `{ __typename } # ${index} ${'c'.repeat(900_000)}`)),
    answer: '400 DOCUMENT_TOO_LONG',
    // Half a gigabyte arrives, and garbage collection is a little behind.
    bounds: { grownMb: 150 },
  },
  {
    name: '500 documents of 90 kB of comment, registered by their hashes',
    send: (target) =>
      inTurn(500, (index) => {
        const query = `{ __typename } # ${index} ${'c'.repeat(90_000)}`;
        const sha256Hash = createHash('sha256').update(query).digest('hex');
        const extensions = { persistedQuery: { version: 1, sha256Hash } };
        return sendBody(target, JSON.stringify({ query, extensions }));
      }),
    answer: '200 data',
    // The documents that are kept have 40 MB.
    bounds: { grownMb: 150 },
  },
  {
    name: '500 documents of 9,000 tokens',
    send: (target) =>
      inTurn(500, (index) =>
        ask(target, `{ a${index}: __typename ${repeat(8_990, '__typename')} }`),
      ),
    answer: '400 GRAPHQL_VALIDATION_FAILED',
    bounds: { grownMb: 150 },
    isShort: false,
  },
  {
    name: '`nodes(ids: $ids)` with 250,000 empty lists',
    send: (target) => ask(target, NODES, { ids: Array(250_000).fill([]) }),
    answer: '400 VARIABLES_TOO_LARGE',
  },
  {
    name: '`nodes(ids: $ids)` with 250,000 texts that are not IDs',
    send: (target) => ask(target, NODES, { ids: Array(250_000).fill('a') }),
    answer: '400 VARIABLES_TOO_LARGE',
  },
  {
    name: '99 aliases of 10 kB on `nodes` with 100 texts that are not IDs',
    send: (target) =>
      ask(
        target,
        `query ($ids: [ID!]!) { ${repeat(99, (index) => `${'a'.repeat(10_000)}${index}: nodes(ids: $ids) { id }`)} }`,
        { ids: Array(100).fill('a') },
      ),
    answer: '400 DOCUMENT_TOO_LONG',
  },
  {
    name: '99 aliases on `nodes` with 100 texts that are not IDs',
    send: (target) =>
      ask(target, `query ($ids: [ID!]!) { ${aliased(99, 'nodes(ids: $ids) { id }')} }`, {
        ids: Array(100).fill('a'),
      }),
    answer: '200 data, 200 × BAD_USER_INPUT, TOO_MANY_ERRORS',
  },
  {
    name: '8,900 literals that are not IDs, 99 to a field',
    send: (target) =>
      ask(target, `{ ${aliased(90, `nodes(ids: [${repeat(99, '"a"')}]) { id }`)} }`),
    answer: '200 data, 200 × BAD_USER_INPUT, TOO_MANY_ERRORS',
    isShort: false,
  },
  {
    name: 'variables of 1 MB, nested half a million times',
    send: (target) =>
      sendBody(target, `{"query":"{ __typename }","variables":{"a":${nested(500_000)}}}`),
    answer: '400 TOO_NESTED',
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
    name: 'an input of 1 MB with 9,000 unknown fields',
    send: (target) =>
      ask(
        target,
        'mutation ($i: UpdateIssueInput!) { updateIssue(input: $i) { clientMutationId } }',
        {
          i: Object.fromEntries(
            Array.from({ length: 9_000 }, (_, index) => [`k${index}`, 'x'.repeat(95)]),
          ),
        },
      ),
    answer: /^400 \d+ × BAD_USER_INPUT$/,
  },
  {
    name: 'an operation name of 1 MB',
    send: (target) =>
      sendBody(
        target,
        JSON.stringify({ query: 'query A { __typename }', operationName: 'a'.repeat(1_000_000) }),
      ),
    answer: '400 NAME_TOO_LONG',
  },
  {
    name: 'a document of 5,000 lines with 25 mistakes at its end',
    send: (target) =>
      ask(
        target,
        `{ ${'\n'.repeat(4_900)} ${ISSUE} { ${repeat(1_200, (index) => `a: title(x: ${index})`)} } }`,
      ),
    answer: /^400 .*GRAPHQL_VALIDATION_FAILED$/,
  },
  {
    name: '2,400 fields of one name, which validation compares with one another',
    send: (target) => ask(target, `{ ${ISSUE} { ${repeat(2_400, 'latestEvent { id }')} } }`),
    answer: /^400 GRAPHQL_VALIDATION_FAILED$/,
  },
  {
    name: 'a hundred fragments that all spread one another',
    send: (target) =>
      ask(
        target,
        `{ ${ISSUE} { ...F0 } } ${repeat(120, (index) => `fragment F${index} on Issue { id ${repeat(30, (next) => `...F${Math.min(120, index + 1 + next)}`)} }`)} fragment F120 on Issue { id }`,
      ),
    answer: /^400 /,
  },
  {
    name: 'seven IDs of hashes, and then seven IDs of issues with the same document',
    send: async (target) => {
      const idsOf = (type: 'Issue' | 'IssueHash') =>
        Array.from({ length: 7 }, (_, index) =>
          type === 'Issue'
            ? encodeGlobalId('Issue', 'hellboy-meowmeow', '1341191803')
            : encodeGlobalId('IssueHash', 'hellboy-meowmeow', `${900_001 + index}`, 'f'.repeat(32)),
        );
      const answers = [
        await ask(target, NODES, { ids: idsOf('IssueHash') }),
        await ask(target, NODES, { ids: idsOf('Issue') }),
        await ask(target, NODES, { ids: idsOf('IssueHash') }),
      ];
      return answers.join('; ');
    },
    answer: '400 OPERATION_TOO_EXPENSIVE; 200 data; 400 OPERATION_TOO_EXPENSIVE',
  },
];

export const ISSUE = 'issue(organization: "hellboy-meowmeow", id: "1341191803")';
export const NODES = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';

export function nested(depth: number): string {
  return '['.repeat(depth) + ']'.repeat(depth);
}

/** An operation of exponential size: each fragment spreads the next one several times. */
function spreadTwice(levels: number): string {
  const fragments = Array.from({ length: levels }, (_, index) => {
    const next = `{ ...F${index + 1} }`;
    return index === levels - 1
      ? `fragment F${index} on Event { id }`
      : `fragment F${index} on Event { previousEvent ${next} nextEvent ${next} issue { latestEvent ${next} oldestEvent ${next} } }`;
  });
  return `{ ${ISSUE} { latestEvent { ...F0 } } } ${fragments.join(' ')}`;
}

function emptySpreads(levels: number): string {
  const fragments = Array.from({ length: levels }, (_, index) =>
    index === levels - 1
      ? `fragment F${index} on Issue { id }`
      : `fragment F${index} on Issue { ...F${index + 1} ...F${index + 1} }`,
  );
  return `{ ${ISSUE} { ...F0 } } ${fragments.join(' ')}`;
}
