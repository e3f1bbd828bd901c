import type { Answer } from '../answer.ts';
import type { Dataset, Issue } from '../dataset.ts';
import { type Order, pageAnswer } from './cursor-pages.ts';
import type { PageReading } from './cursors.ts';
import { eventBody } from './event-body.ts';
import { invalid, readUuid } from './parameters.ts';
import { deleteHashRows, type HashRow, hashRowsOf, latestOf } from './tables.ts';

/** Ordered by checksum, which is a UUID in cursors. */
const byChecksum: Order<HashRow> = {
  keyOf: ({ hash }) => hash,
  print: (hash) => String(hash).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
  parse(text) {
    const hash = text.replaceAll('-', '').toLowerCase();
    return /^[0-9a-f]{32}$/.test(hash) ? hash : null;
  },
};

/** `GET …/hashes/`: every row of the table, each with an event or null. */
export function listHashes(
  dataset: Dataset,
  issue: Issue | undefined,
  reading: PageReading,
): Answer {
  return pageAnswer(issue ? hashRowsOf(dataset, issue) : [], byChecksum, reading, (row) => {
    const latest = latestOf(row);
    return { id: row.hash, latestEvent: latest ? eventBody(latest) : null };
  });
}

export function readHashIds(query: URLSearchParams): readonly string[] {
  const ids = query.getAll('id');
  return ids.length === 0
    ? invalid(['query', 'query', 'id'], 'missing', 'Field required')
    : ids.map((id, index) => readUuid(id, ['query', 'query', 'id', index]));
}

/** `DELETE …/hashes/?id=`: unmerge. Hashes of other issues are ignored. */
export function deleteHashes(
  dataset: Dataset,
  issue: Issue | undefined,
  ids: readonly string[],
): Answer {
  if (issue) {
    deleteHashRows(dataset, issue, ids);
  }
  return { status: 202, body: '', headers: { 'content-type': 'application/json; charset=utf-8' } };
}
