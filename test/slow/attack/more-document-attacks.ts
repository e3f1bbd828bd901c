import { encodeGlobalId } from '../../../src/global-id.ts';
import { type Attack, aliased, ask, inTurn, repeat, type Target } from './attack.ts';
import { ISSUE, NODES, nested } from './document-attacks.ts';

/** More documents and variables of each kind. */
export const MORE_DOCUMENT_ATTACKS: readonly Attack[] = [
  {
    name: 'forty fragments that each spread the next one under two `@include` variables',
    send: (target) =>
      ask(
        target,
        `query (${repeat(40, (index) => `$a${index}: Boolean = true $b${index}: Boolean = false`)}) { ${ISSUE} { ...F0 } } ${chain(40, 'Issue', (index) => `id ...F${index + 1} @include(if: $a${index}) ...F${index + 1} @skip(if: $b${index})`)}`,
      ),
    answer: /^400 TOO_MANY_FIELDS$/,
  },
  {
    name: 'nine fragments that spread the next one below eleven aliases, twenty levels deep',
    send: (target) =>
      ask(
        target,
        `{ ${ISSUE} { ...F0 } } ${chain(9, 'Issue', (index) => repeat(11, (alias) => `a${alias}: latestEvent { issue { ...F${index + 1} } }`))}`,
      ),
    answer: /^400 \w+$/,
  },
  {
    name: 'fragments on an interface that spread those on its types, sixteen times',
    send: (target) =>
      ask(
        target,
        `query { node(id: "a") { ...F0 } } ${chain(16, 'Node', (index) => `id ... on Issue { ...F${index + 1} } ... on Event { ...F${index + 1} } ... on IssueHash { ...F${index + 1} } ... on Project { ...F${index + 1} }`)}`,
      ),
    answer: /^400 \w+$/,
  },
  {
    name: 'fragments of two types that spread one another below lists, with other page sizes',
    send: (target) =>
      ask(
        target,
        `{ ${ISSUE} { ...F0 } } ${chain(16, 'Issue', (index) => `a: hashes(first: ${index + 1}) { nodes { issue { ...F${index + 1} } } } b: hashes(first: ${index + 50}) { nodes { issue { ...F${index + 1} } } }`)}`,
      ),
    answer: /^400 \w+$/,
  },
  {
    name: 'a fragment that spreads itself, and two that spread each other',
    send: (target) =>
      ask(
        target,
        `{ ${ISSUE} { ...F ...G } } fragment F on Issue { ...F ...F } fragment G on Issue { ...H ...H } fragment H on Issue { ...G ...G }`,
      ),
    answer: /^400 .*GRAPHQL_VALIDATION_FAILED$/,
  },
  {
    name: '700 fragments in cycles, each of which spreads two others',
    send: (target) =>
      ask(
        target,
        `{ ${ISSUE} { ...F0 } } ${repeat(700, (index) => `fragment F${index} on Issue { ...F${(index + 1) % 700} ...F${(index + 7) % 700} }`)}`,
      ),
    answer: '400 GRAPHQL_VALIDATION_FAILED',
  },
  {
    name: '35 fragments that each spread the next one within 90 fragments without a name',
    send: (target) =>
      ask(
        target,
        `{ ${ISSUE} { ...F0 } } ${chain(34, 'Issue', (index) => `${'... { '.repeat(90)} ...F${index + 1} ${'} '.repeat(90)}`)}`,
      ),
    answer: '400 TOO_NESTED',
  },
  {
    name: '1,200 fragments without a use',
    send: (target) =>
      ask(
        target,
        `{ __typename } ${repeat(1_200, (index) => `fragment F${index} on Issue { id }`)}`,
      ),
    answer: /^400 /,
  },
  {
    name: '700 pages of one name in four levels, which validation compares',
    send: (target) =>
      ask(target, `{ ${ISSUE} { ${repeat(700, 'hashes { nodes { latestEvent { id } } }')} } }`),
    answer: /^(200|400) /,
  },
  {
    name: 'fields of one name in fragments, which validation compares',
    send: (target) =>
      ask(
        target,
        `{ ${ISSUE} { ${repeat(300, (index) => `...F${index}`)} } } ${repeat(300, (index) => `fragment F${index} on Issue { hashes { nodes { latestEvent { id title } } } }`)}`,
      ),
    answer: /^(200|400) /,
  },
  {
    name: 'fields of one name in nested inline fragments, which validation compares',
    send: (target) =>
      ask(
        target,
        `{ ${ISSUE} { ${repeat(90, '... on Issue { id')} ${'} '.repeat(90)} ${repeat(1_000, '... { latestEvent { id } }')} } }`,
      ),
    answer: /^(200|400) /,
  },
  {
    name: '`@defer`, `@stream` and a thousand directives that do not exist',
    send: (target) =>
      ask(target, `{ ${ISSUE} { ${repeat(500, 'id @defer @stream(initialCount: 9)')} } }`),
    answer: /^400 /,
  },
  {
    name: '5,000 directives on one field',
    send: (target) => ask(target, `{ __typename ${repeat(4_900, '@a')} }`),
    answer: /^400 /,
  },
  {
    name: 'the `@include` of one variable 990 times',
    send: (target) =>
      ask(target, `query ($a: Boolean!) { __typename ${repeat(990, '@include(if: $a)')} }`, {
        a: true,
      }),
    answer: /^400 /,
  },
  {
    name: '1,100 variables, each of a list of lists, without a use',
    send: (target) =>
      ask(target, `query (${repeat(1_100, (index) => `$a${index}: [[[ID]]]`)}) { __typename }`),
    answer: /^400 /,
  },
  {
    name: 'a default value of 95 nested objects',
    send: (target) =>
      ask(
        target,
        `query ($a: [_Any!]! = [${'{a: '.repeat(95)}1${'}'.repeat(95)}]) { _entities(representations: $a) { __typename } }`,
      ),
    answer: /^(200|400) /,
  },
  {
    name: 'a hundred thousand opening brackets',
    send: (target) => ask(target, '{ a(b: '.padEnd(99_000, '[')),
    answer: /^400 /,
  },
  {
    name: 'a number of 90,000 digits, as an ID, as a number and as a variable',
    send: async (target) =>
      [
        await ask(target, `{ issue(organization: "a", id: "${'9'.repeat(90_000)}") { id } }`),
        await ask(target, `{ ${ISSUE} { hashes(first: ${'9'.repeat(90_000)}) { totalCount } } }`),
        await ask(target, `{ issue(organization: "a", id: ${'9'.repeat(90_000)}) { id } }`),
        await ask(target, NODES, { ids: [1e300] }),
      ].join('; '),
    answer: /^(?!.*INTERNAL)/,
  },
  {
    name: 'a variable of 900,000 digits',
    send: (target) =>
      ask(target, 'query ($n: Int) { __typename }', {}).then(() =>
        fetch(target.url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: `{"query":"query ($n: Int!) { ${ISSUE.replaceAll('"', '\\"')} { hashes(first: $n) { totalCount } } }","variables":{"n":${'9'.repeat(900_000)}}}`,
        }).then(async (response) => `${response.status} ${(await response.text()).slice(0, 60)}`),
      ),
    answer: /^(200|400) /,
  },
  {
    name: 'page sizes, numbers and IDs at and beyond every limit',
    send: async (target) => {
      const sizes = [-1, 0, 101, 2 ** 31, -(2 ** 31), 2 ** 53, 1e308, '1', true, [1], {}];
      const answers: string[] = [];
      for (const first of sizes) {
        answers.push(
          await ask(
            target,
            `query ($first: Int) { ${ISSUE} { hashes(first: $first) { totalCount } } }`,
            { first },
          ),
          await ask(target, NODES, { ids: [first] }),
        );
      }
      return answers.some((answer) => /^5|INTERNAL/.test(answer)) ? answers.join('; ') : 'no 500';
    },
    answer: 'no 500',
  },
  {
    name: 'unknown names of 250 letters, for which similar ones are suggested',
    send: (target) =>
      ask(
        target,
        `{ ${ISSUE} { ${repeat(300, (index) => `latestEvent${index}${'x'.repeat(230)}`)} } }`,
      ),
    answer: /^400 .*GRAPHQL_VALIDATION_FAILED$/,
  },
  {
    name: 'unknown types, arguments and enum values, for which similar ones are suggested',
    send: (target) =>
      ask(
        target,
        `{ ${repeat(200, (index) => `...F${index}`)} issues(organizatio: 1, sor: X) { nodes { id } } } ${repeat(200, (index) => `fragment F${index} on IssueHashConnectio${index} { id }`)}`,
      ),
    answer: /^400 .*GRAPHQL_VALIDATION_FAILED$/,
  },
  {
    name: 'a block string of 4,900 lines, and 16,000 escapes',
    send: async (target) =>
      [
        await ask(target, `{ issue(organization: """${' \n'.repeat(4_900)}""", id: "a") { id } }`),
        await ask(target, `{ issue(organization: "${'\\u0061'.repeat(16_000)}", id: "a") { id } }`),
      ].join('; '),
    answer: /^(?!.*INTERNAL)/,
  },
  {
    name: 'introspection, nested by `fields`, `type` and `possibleTypes`',
    send: (target) =>
      ask(
        target,
        `{ __schema { types { ...A } } } fragment A on __Type { name fields { type { ...B } } possibleTypes { ...B } interfaces { ...B } } fragment B on __Type { name fields { type { ...C } } possibleTypes { ...C } } fragment C on __Type { name fields { name args { type { name ofType { name ofType { name } } } } } }`,
      ),
    answer: /^(200 RESPONSE_TOO_LARGE|400 \w+)$/,
  },
  {
    name: '99 aliases of `__type`, each with all fields of all fields',
    send: (target) =>
      ask(
        target,
        `{ ${aliased(99, '__type(name: "Issue") { fields { name type { name fields { name type { name kind } } } } }')} }`,
      ),
    answer: /^(200 RESPONSE_TOO_LARGE|400 \w+)$/,
  },
  {
    name: '100 IDs of 10,000 letters, and cursors of 10,000 letters',
    send: async (target) =>
      [
        await ask(target, NODES, { ids: Array(95).fill('a'.repeat(10_000)) }),
        await ask(
          target,
          `query ($after: String) { ${ISSUE} { ${aliased(59, 'hashes(first: 1, after: $after) { totalCount }')} } }`,
          { after: 'b'.repeat(10_000) },
        ),
      ].join('; '),
    answer: /^(?!.*INTERNAL)/,
  },
  {
    name: '70 IDs of hashes whose parts have 7,000 characters',
    send: (target) =>
      ask(target, NODES, {
        ids: Array.from({ length: 70 }, (_, index) =>
          encodeGlobalId('IssueHash', 'o'.repeat(64), `${index}`, 'f'.repeat(7_000)),
        ),
      }),
    answer: /^(?!.*INTERNAL)/,
  },
  {
    name: '95 representations with 9,000 values together',
    send: (target) =>
      ask(
        target,
        'query ($r: [_Any!]!) { _entities(representations: $r) { __typename ... on Issue { title } } }',
        {
          r: Array.from({ length: 95 }, () => ({
            __typename: 'Issue',
            ...Object.fromEntries(Array.from({ length: 90 }, (_, index) => [`k${index}`, 'v'])),
          })),
        },
      ),
    answer: /^(?!.*INTERNAL)/,
  },
  {
    name: '55 searches of 9,800 characters',
    send: (target) =>
      ask(
        target,
        `query ($q: String) { organization(slug: "hellboy-meowmeow") { ${aliased(55, 'issues(query: $q, first: 1) { totalCount }')} } }`,
        { q: 'is:unresolved '.repeat(700) },
      ),
    answer: /^(?!.*INTERNAL)/,
  },
  {
    name: '50 mutations in one operation, of issues that do not exist',
    send: (target) =>
      ask(
        target,
        `mutation ($i: ID!) { ${aliased(50, 'updateIssue(input: { issue: $i, isBookmarked: true }) { issue { title } }')} }`,
        { i: encodeGlobalId('Issue', 'hellboy-meowmeow', '9999999999') },
      ),
    answer: /^(?!.*INTERNAL)/,
  },
  {
    name: 'hashes under six nested lists, the same issue again and again',
    send: (target) =>
      ask(
        target,
        `{ ${ISSUE} { ${'hashes(first: 2) { nodes { issue { '.repeat(6)} id ${'} } } '.repeat(6)} } }`,
      ),
    answer: /^(200|400) /,
  },
  {
    name: 'a hash ID, whose issue is found by a walk, 99 times',
    send: (target) =>
      ask(target, `query ($id: ID!) { ${aliased(99, 'node(id: $id) { id }')} }`, {
        id: encodeGlobalId('IssueHash', 'hellboy-meowmeow', '1341191803', 'f'.repeat(32)),
      }),
    answer: /^(200|400) /,
  },
  ...[
    `compareHashes(hashes: [${repeat(8_000, (index) => `"t${index}"`)}]) { rows { path } }`,
    `compareHashes(hashes: [${repeat(7_000, (index) => `"t${index}"`)} $hash]) { rows { path } }`,
    `event(id: "${'a'.repeat(90_000)}") { id }`,
    aliased(90, 'hash(hash: $hash) { id }'),
  ].map((selection) => ({
    name: `\`${selection.slice(0, 24)}…${selection.slice(-24)}\` for 6,400 objects`,
    send: (target: Target) =>
      ask(
        target,
        `query ($hash: String = "a") { ${ISSUE} { hashes(first: 80) { nodes { issue { hashes(first: 80) { nodes { issue { hash(hash: $hash) { id } ${selection} } } } } } } } }`,
        { hash: null },
      ),
    answer: '400 ARGUMENTS_TOO_LARGE',
  })),
  {
    name: '300 documents with 25 mistakes of long messages each',
    send: (target) =>
      inTurn(300, (index) =>
        ask(target, `{ ${repeat(100, (field) => `${'x'.repeat(240)}${index}_${field}`)} }`),
      ),
    answer: /^400 .*GRAPHQL_VALIDATION_FAILED$/,
  },
  {
    name: '`extensions` nested 400,000 times',
    send: (target) =>
      fetch(target.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: `{"query":"{ __typename }","extensions":{"a":${nested(400_000)}}}`,
      }).then(async (response) => `${response.status} ${(await response.text()).slice(0, 60)}`),
    answer: /^(200|400) /,
  },
];

/** Fragments `F0` to `F<count>` on a type, the last of which selects `id`. */
function chain(count: number, type: string, selection: (index: number) => string): string {
  return repeat(count + 1, (index) =>
    index === count
      ? `fragment F${index} on ${type} { id }`
      : `fragment F${index} on ${type} { ${selection(index)} }`,
  );
}
