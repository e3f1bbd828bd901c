/**
 * Marks a resolver of a field that shares its request with all other marked fields of the same parent, so that the
 * limits count that request once (`graphql/limits/measure-requests.ts`).
 */
export function sharesRequest<R extends object>(resolver: R): R {
  sharing.add(resolver);
  return resolver;
}

export function isSharingRequest(resolver: unknown): boolean {
  return typeof resolver === 'function' && sharing.has(resolver);
}

/** Marks a resolver whose objects arrive with the fields that are marked so: they take no request. */
export function bringsSharedFields<R extends object>(resolver: R): R {
  bringing.add(resolver);
  return resolver;
}

export function isBringingSharedFields(resolver: unknown): boolean {
  return typeof resolver === 'function' && bringing.has(resolver);
}

/** Marks a resolver whose objects share a request with those of the same list, so that the limits count it once. */
export function batchesRequests<R extends object>(resolver: R): R {
  batching.add(resolver);
  return resolver;
}

export function isBatchingRequests(resolver: unknown): boolean {
  return typeof resolver === 'function' && batching.has(resolver);
}

const sharing = new WeakSet<object>();
const bringing = new WeakSet<object>();
const batching = new WeakSet<object>();
