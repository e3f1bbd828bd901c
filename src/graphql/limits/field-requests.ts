/** The requests of one field of an operation. */
export interface FieldRequests {
  /** Type and field, such as `Issue.hashes`. */
  readonly field: string;
  readonly requests: number;
  /** Number of objects that the field is read for. */
  readonly objects: number;
}

/** Most fields of an operation cost nothing; few are named in a message. */
export const MAX_NAMED_FIELDS = 5;

/** Adds up the requests of fields, under whatever parents and aliases they are selected. */
export class FieldCosts {
  readonly #byField = new Map<string, FieldRequests>();

  add(field: string, requests: number, objects: number): void {
    if (requests > 0) {
      const known = this.#byField.get(field);
      this.#byField.set(field, {
        field,
        requests: (known?.requests ?? 0) + requests,
        objects: (known?.objects ?? 0) + objects,
      });
    }
  }

  /** The most expensive first. */
  list(): readonly FieldRequests[] {
    return [...this.#byField.values()].sort((one, other) => other.requests - one.requests);
  }
}

/** A sentence on the most expensive fields, and for how many objects the first one would fit. */
export function adviseFewerRequests(
  { requests, fields }: { readonly requests: number; readonly fields: readonly FieldRequests[] },
  limit: number,
): string {
  const [mostExpensive] = fields;
  const advice = 'Request smaller pages, or fewer fields that take requests of their own.';
  if (!mostExpensive) {
    return advice;
  }
  const named = fields.slice(0, 2).map(describe).join(' and ');
  const each = mostExpensive.requests / mostExpensive.objects;
  const fitting = Math.floor((limit - (requests - mostExpensive.requests)) / each);
  const fit =
    mostExpensive.objects > 1 && fitting > 0
      ? ` \`${mostExpensive.field}\` would fit for ${fitting} of them.`
      : '';
  return `Most are for ${named}.${fit} ${advice}`;
}

function describe({ field, requests, objects }: FieldRequests): string {
  const each = requests / objects;
  return objects > 1 && Number.isInteger(each)
    ? `\`${field}\` (${each} for each of ${objects})`
    : `\`${field}\` (${requests})`;
}
