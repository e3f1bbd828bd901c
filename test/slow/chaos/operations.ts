import { BENCHMARK_ISSUE } from '../../../embedded-sentry/dataset.ts';
import { encodeGlobalId } from '../../../src/global-id.ts';
import type { Random } from '../../harness/random.ts';

/** Hashes of the benchmark issue: two pages, so that the list can change between them. */
export const WALKED_HASHES = 150;

const MAIN = '1341191803';
const ISSUES = [MAIN, '1341191920', BENCHMARK_ISSUE] as const;
const EVENT = 'eventId title message tags { key value }';
const FULL_EVENT = `${EVENT} size entries { type } sdk { name version }`;
const issue = (id: string, selection: string) =>
  `issue(organization: "hellboy-meowmeow", id: "${id}") { ${selection} }`;
const hashes = (args: string, selection: string) =>
  `hashes(${args}) { edges { cursor node { hash ${selection} } } pageInfo { hasNextPage } }`;

/** A random query; there are a few thousand different ones. */
export function drawOperation(random: Random): string {
  const page = (selection: string, most: number) =>
    hashes(`first: ${1 + random.below(most)}, after: "0:${random.below(50)}:0"`, selection);
  const kinds = [
    () => issue(MAIN, page(`latestEvent { ${EVENT} }`, 30)),
    () => issue(MAIN, page(`latestEvent { ${FULL_EVENT} }`, 6)),
    () => issue(random.pick(ISSUES), `title shortId status ${page('', 50)}`),
    () => issue(BENCHMARK_ISSUE, `hashes(first: 3) { totalCount nodes { hash } }`),
    () => issue(BENCHMARK_ISSUE, `hashes(last: ${1 + random.below(9)}) { nodes { hash } }`),
    () => 'organization(slug: "hellboy-meowmeow") { name }',
    () =>
      `nodes(ids: [${ISSUES.map((id) => JSON.stringify(encodeGlobalId('Issue', 'hellboy-meowmeow', id))).join()}]) { id ... on Issue { title } }`,
  ] as const;
  const count = 1 + random.below(3);
  return `{ ${Array.from({ length: count }, (_, i) => `f${i}: ${random.pick(kinds)()}`).join(' ')} }`;
}
