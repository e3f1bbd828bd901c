/** The new issue. */
export interface Destination {
  /** Numeric ID. */
  readonly issue: string;
  readonly shortId: string | null;
}

interface Activity {
  readonly type: string | null | undefined;
  readonly data?: unknown;
}

/**
 * The issue that an unmerge of these hashes has made. Sentry names it only in the issue's activity, as an issue
 * (`destination`) or, in newer versions, by its ID (`destination_id`).
 *
 * @param activity newest first
 */
export function destinationOf(
  activity: readonly Activity[],
  hashes: ReadonlySet<string>,
): Destination | null {
  for (const { type, data } of activity) {
    const { fingerprints, destination, destination_id: id } = asRecord(data);
    const isOurs =
      type === 'unmerge_source' &&
      Array.isArray(fingerprints) &&
      fingerprints.some((fingerprint) => hashes.has(String(fingerprint)));
    const found = asRecord(destination);
    const issue = found['id'] ?? id;
    if (isOurs && (typeof issue === 'string' || typeof issue === 'number')) {
      const { shortId } = found;
      return { issue: String(issue), shortId: typeof shortId === 'string' ? shortId : null };
    }
  }
  return null;
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
