/** How fields share their requests, so that the limits count each once (`graphql/limits/measure-requests.ts`). */
type Sharing =
  /** All such fields of the same parent take one request. */
  | 'withSiblings'
  /** Its objects arrive with those fields, which then take none. */
  | 'bringsThem'
  /** The objects of the same list take one request. */
  | 'withList';

const sharings = new WeakMap<object, Sharing>();

function marks(sharing: Sharing) {
  return <R extends object>(resolver: R): R => {
    sharings.set(resolver, sharing);
    return resolver;
  };
}

export const sharesRequest = marks('withSiblings');
export const bringsSharedFields = marks('bringsThem');
export const batchesRequests = marks('withList');

export function sharingOf(resolver: unknown): Sharing | undefined {
  return typeof resolver === 'function' ? sharings.get(resolver) : undefined;
}
