/** The new issue. */
export interface Destination {
  /** Numeric ID. */
  readonly issue: string;
  readonly shortId: string | null;
  /** How many of the hashes this unmerge moved; another one may have moved the rest. */
  readonly count: number;
}

/** An activity that is an unmerge, or nothing of another one. */
interface Activity {
  readonly hashes?: readonly string[] | null | undefined;
  readonly destinationId?: string | null | undefined;
  readonly data?: unknown;
}

/**
 * The issue that an unmerge of these hashes has made. Versions of Sentry that send the issue, and not only its
 * ID, send its short ID too; the field `destination` would take a request for it.
 *
 * @param activity newest first
 */
export function destinationOf(
  activity: readonly Activity[],
  hashes: ReadonlySet<string>,
): Destination | null {
  for (const { hashes: moved, destinationId, data } of activity) {
    const count = new Set(moved?.filter((hash) => hashes.has(hash))).size;
    if (destinationId && count > 0) {
      const { shortId } = asRecord(asRecord(data)['destination']);
      return {
        issue: destinationId,
        shortId: typeof shortId === 'string' ? shortId : null,
        count,
      };
    }
  }
  return null;
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
