interface Hash {
  readonly hash: string;
  readonly grouping?:
    | {
        readonly variant?:
          | {
              readonly type: string;
              readonly description?: string | null | undefined;
              readonly isHashMismatch?: boolean | null | undefined;
              readonly fingerprint?:
                | {
                    readonly values: readonly string[];
                    readonly matchedRule?: string | null | undefined;
                  }
                | null
                | undefined;
              readonly contributingValues?:
                | readonly { readonly path: readonly string[]; readonly value: string }[]
                | undefined;
            }
          | null
          | undefined;
      }
    | null
    | undefined;
}

interface Issue {
  readonly compareHashes?:
    | {
        readonly hashes: readonly Hash[];
        readonly rows: readonly {
          readonly path: readonly string[];
          readonly values: readonly (string | null | undefined)[];
          readonly isDifferent: boolean;
        }[];
      }
    | null
    | undefined;
  readonly hash?: Hash | null | undefined;
}

/** How one hash was made. */
export interface HashReason {
  readonly hash: string;
  /** The variant, such as “exception stacktrace — in-app frames”. */
  readonly variant: string;
  /** Values of a fingerprint that replaces or adds to Sentry's grouping. */
  readonly fingerprint: readonly string[];
  readonly matchedRule: string | null;
  /** Sentry's rules have changed since: the explanation is approximate. */
  readonly isApproximate: boolean;
}

export interface GroupingTable {
  readonly hashes: readonly HashReason[];
  readonly rows: readonly {
    readonly path: readonly string[];
    /** For each hash; null for one without this value. */
    readonly values: readonly (string | null)[];
    readonly isEqual: boolean;
  }[];
}

/** Null if the issue has no explanation. */
export function toGroupingTable(issue: Issue | null | undefined): GroupingTable | null {
  const { compareHashes, hash } = issue ?? {};
  if (compareHashes) {
    return {
      hashes: compareHashes.hashes.map(toReason),
      rows: compareHashes.rows.map(({ path, values, isDifferent }) => ({
        path,
        values: values.map((value) => value ?? null),
        isEqual: !isDifferent,
      })),
    };
  }
  const values = hash?.grouping?.variant?.contributingValues;
  return hash?.grouping
    ? {
        hashes: [toReason(hash)],
        rows: (values ?? []).map(({ path, value }) => ({ path, values: [value], isEqual: true })),
      }
    : null;
}

function toReason({ hash, grouping }: Hash): HashReason {
  const variant = grouping?.variant;
  return {
    hash,
    variant: variant ? (variant.description ?? variant.type) : 'No variant contributes',
    fingerprint: variant?.fingerprint?.values ?? [],
    matchedRule: variant?.fingerprint?.matchedRule ?? null,
    isApproximate: variant?.isHashMismatch === true,
  };
}
