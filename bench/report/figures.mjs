/* Statistics over rounds, and Markdown tables. */

export const NAMES = {
  limit: '(a) limit: a proxy that streams the answer',
  floor: '(b) floor: a proxy that parses the answer and writes it',
  rest: '(c) Apollo Server 5 + RESTDataSource',
  mesh: '(d) GraphQL Mesh under Yoga',
  gateway: '(e) this gateway',
  'gateway-again': '(e) this gateway, with its cache',
  'gateway-fields': '(e) without projections',
  'gateway-executed': '(e) with its cache of Sentry, without that of responses',
  apollo: '(f) Apollo Server 5 from memory, without an upstream',
  before: 'the build before',
  'before-again': 'the build before, with its cache',
};

export function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export const of = (rounds, name, key) => rounds.map((round) => round[name][key]);

export const spread = (values, digits = 1) =>
  `${median(values).toFixed(digits)} (${Math.min(...values).toFixed(digits)} to ${Math.max(...values).toFixed(digits)})`;

/** The ratio within each round, because the machine's speed may change between rounds. */
export const ratios = (rounds, name, to) =>
  rounds.map((round) => round[name].perSecond / round[to].perSecond);

/** CPU time of each hash beyond those of the operation before: constant if the cost is linear in hashes. */
export function perFurtherHash(points, name, index) {
  const cost = (at) => median(points[at][name]);
  const hashes = points[index].hashes - points[index - 1].hashes;
  return (cost(index) - cost(index - 1)) / hashes;
}

export function table(head, rows) {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
