import { createReadStream } from 'node:fs';
import type { Failure } from './pages.ts';
import type { FailedRows } from './retry.ts';

/** The failures of a file from one byte to another; both are the beginnings of lines. */
export async function* readFailures(
  path: string,
  from: number,
  to: number,
): AsyncGenerator<FailedRows, void, undefined> {
  if (from >= to) {
    return;
  }
  let rest: Buffer = Buffer.alloc(0);
  let at = from;
  // Not by node:readline, which also ends a line at U+2028, and a message may contain that.
  for await (const chunk of createReadStream(path, { start: from, end: to - 1 })) {
    rest = Buffer.concat([rest, chunk as Buffer]);
    for (let end = rest.indexOf('\n'); end !== -1; end = rest.indexOf('\n')) {
      const failure = JSON.parse(rest.toString('utf8', 0, end)) as Failure;
      yield { failure, at, next: at + end + 1 };
      at += end + 1;
      rest = rest.subarray(end + 1);
    }
  }
}
