import type { Endpoint } from '../sentry/endpoint.ts';

export type LimitedEndpoint = Pick<Endpoint, 'method' | 'label' | 'hasOwnLimit'>;

/** Method and path; cached, because each request needs it several times. */
export function nameOf(endpoint: LimitedEndpoint): string {
  let name = names.get(endpoint);
  if (name === undefined) {
    name = `${endpoint.method} ${endpoint.label}`;
    names.set(endpoint, name);
  }
  return name;
}

const names = new WeakMap<LimitedEndpoint, string>();

/** After this time without a limit in responses, an endpoint counts as unlimited. */
const FORGET_AFTER_MS = 60_000;

/**
 * The limits of a server's endpoints, as last sent to any caller.
 *
 * Sentry counts an endpoint with a limit of its own separately, and all others together for each method. Which
 * endpoints have one is known for sentry.io; on other releases the limits in responses show it.
 */
export class KnownLimits {
  readonly #limits = new Map<string, KnownLimit>();
  /** By method, the common limit of endpoints without one of their own. */
  readonly #shared = new Map<string, number>();
  /** By endpoint, the results of `bucketOf` since the last change. */
  readonly #buckets = new Map<string, string>();
  #areEqualSeparate = false;
  #changes = 0;

  /** Grows whenever `bucketOf` may have changed. */
  get changes(): number {
    return this.#changes;
  }

  /** Null if it has none, undefined if it is unknown. */
  limitOf(endpoint: LimitedEndpoint): number | null | undefined {
    return this.#limits.get(nameOf(endpoint))?.limit;
  }

  /**
   * The bucket in which an endpoint is counted. If sentry.io counts it separately but its limit here equals the
   * common one, this release counts it with the others.
   */
  bucketOf(endpoint: LimitedEndpoint): string {
    const name = nameOf(endpoint);
    let bucket = this.#buckets.get(name);
    if (bucket === undefined) {
      bucket = this.#findBucket(endpoint);
      this.#buckets.set(name, bucket);
    }
    return bucket;
  }

  /**
   * Corrects `bucketOf` after a response that contradicts it. Returns false if there was nothing to
   * correct.
   */
  separateEqual({ method }: LimitedEndpoint): boolean {
    const areTogether =
      !this.#areEqualSeparate &&
      [...this.#limits.values()].some(
        ({ endpoint, limit }) =>
          endpoint.hasOwnLimit && endpoint.method === method && limit === this.#shared.get(method),
      );
    this.#areEqualSeparate ||= areTogether;
    this.#forgetBuckets();
    return areTogether;
  }

  learn(endpoint: LimitedEndpoint, limit: number, nowMs: number): void {
    const known = this.#limits.get(nameOf(endpoint));
    if (known?.limit === limit) {
      known.receivedAtMs = nowMs;
    } else {
      this.#change(endpoint, limit, nowMs);
    }
  }

  /** A response without a limit. */
  miss(endpoint: LimitedEndpoint, nowMs: number): void {
    const known = this.#limits.get(nameOf(endpoint));
    if (!known || (known.limit !== null && nowMs - known.receivedAtMs > FORGET_AFTER_MS)) {
      this.#change(endpoint, null, nowMs);
    }
  }

  get isEmpty(): boolean {
    return ![...this.#limits.values()].some(({ limit }) => limit !== null);
  }

  #findBucket(endpoint: LimitedEndpoint): string {
    const { method } = endpoint;
    const limit = this.limitOf(endpoint);
    const shared = this.#shared.get(method) ?? 0;
    if (endpoint.hasOwnLimit && (limit !== shared || this.#areEqualSeparate)) {
      return nameOf(endpoint);
    }
    // The common bucket has one name before and after its limit is known: replicas learn it at different times.
    const isCommon = limit === undefined || (shared > 0 && (limit ?? shared) === shared);
    const bucket = isCommon ? method : `${method} ${limit ?? 0}`;
    return this.#areEqualSeparate ? `${bucket} alone` : bucket;
  }

  #change(endpoint: LimitedEndpoint, limit: number | null, nowMs: number): void {
    this.#limits.set(nameOf(endpoint), { endpoint, limit, receivedAtMs: nowMs });
    const others = [...this.#limits.values()].filter(
      (other) => !other.endpoint.hasOwnLimit && other.endpoint.method === endpoint.method,
    );
    // The largest, in case one of them has an unknown limit of its own.
    this.#shared.set(endpoint.method, Math.max(0, ...others.map((other) => other.limit ?? 0)));
    this.#forgetBuckets();
  }

  #forgetBuckets(): void {
    this.#buckets.clear();
    this.#changes += 1;
  }
}

interface KnownLimit {
  readonly endpoint: LimitedEndpoint;
  readonly limit: number | null;
  receivedAtMs: number;
}
