import type { Endpoint } from '../sentry/endpoint.ts';

export type LimitedEndpoint = Pick<Endpoint, 'method' | 'label' | 'hasOwnLimit'>;

/** The method and the path. Put together once: each request asks for it several times. */
export function nameOf(endpoint: LimitedEndpoint): string {
  let name = names.get(endpoint);
  if (name === undefined) {
    name = `${endpoint.method} ${endpoint.label}`;
    names.set(endpoint, name);
  }
  return name;
}

const names = new WeakMap<LimitedEndpoint, string>();

/** A server that no longer sends an endpoint's limit has none after this. */
const FORGET_AFTER_MS = 60_000;

/**
 * The limits of a server's endpoints, as any caller was last told them.
 *
 * Sentry counts an endpoint with a limit of its own apart, and all others together for each method.
 * Which those are is known of sentry.io; a server of another release says so by its limits.
 */
export class KnownLimits {
  readonly #limits = new Map<string, KnownLimit>();
  /** By method, the limit of endpoints that have none of their own. */
  readonly #shared = new Map<string, number>();
  /** By endpoint, as `bucketOf` gave it since the last change. */
  readonly #buckets = new Map<string, string>();
  #areEqualApart = false;

  /** Null where it has none, undefined where no answer has said. */
  limitOf(endpoint: LimitedEndpoint): number | null | undefined {
    return this.#limits.get(nameOf(endpoint))?.limit;
  }

  /**
   * The name of what an endpoint is counted in. One that sentry.io counts apart, and that has the
   * limit of the others here, is of a release that counts it with them.
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

  /** Corrects `bucketOf` after an answer that contradicts it; whether there was something to correct. */
  separateEqual({ method }: LimitedEndpoint): boolean {
    const areTogether =
      !this.#areEqualApart &&
      [...this.#limits.values()].some(
        ({ endpoint, limit }) =>
          endpoint.hasOwnLimit && endpoint.method === method && limit === this.#shared.get(method),
      );
    this.#areEqualApart ||= areTogether;
    this.#buckets.clear();
    return areTogether;
  }

  learn(endpoint: LimitedEndpoint, limit: number, nowMs: number): void {
    const known = this.#limits.get(nameOf(endpoint));
    if (known?.limit === limit) {
      known.toldAtMs = nowMs;
    } else {
      this.#change(endpoint, limit, nowMs);
    }
  }

  /** An answer was without a limit. */
  miss(endpoint: LimitedEndpoint, nowMs: number): void {
    const known = this.#limits.get(nameOf(endpoint));
    if (!known || (known.limit !== null && nowMs - known.toldAtMs > FORGET_AFTER_MS)) {
      this.#change(endpoint, null, nowMs);
    }
  }

  get isEmpty(): boolean {
    return ![...this.#limits.values()].some(({ limit }) => limit !== null);
  }

  #findBucket(endpoint: LimitedEndpoint): string {
    const limit = this.limitOf(endpoint);
    const shared = this.#shared.get(endpoint.method) ?? 0;
    if (endpoint.hasOwnLimit && (limit !== shared || this.#areEqualApart)) {
      return nameOf(endpoint);
    }
    return `${endpoint.method} ${limit ?? shared}${this.#areEqualApart ? ' alone' : ''}`;
  }

  #change(endpoint: LimitedEndpoint, limit: number | null, nowMs: number): void {
    this.#limits.set(nameOf(endpoint), { endpoint, limit, toldAtMs: nowMs });
    const others = [...this.#limits.values()].filter(
      (other) => !other.endpoint.hasOwnLimit && other.endpoint.method === endpoint.method,
    );
    // The widest, in case one of them has a limit of its own that is not known of.
    this.#shared.set(endpoint.method, Math.max(0, ...others.map((other) => other.limit ?? 0)));
    this.#buckets.clear();
  }
}

interface KnownLimit {
  readonly endpoint: LimitedEndpoint;
  readonly limit: number | null;
  toldAtMs: number;
}
