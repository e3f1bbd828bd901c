/** How fields share their requests, so that the limits count each once (`graphql/limits/measure-requests.ts`). */
type Sharing =
  /** All such fields of the same parent take one request. */
  | 'onePerParent'
  /** Its objects arrive with such fields, which then take no request. */
  | 'bringsSharedFields'
  /** The objects of the same list take one request. */
  | 'onePerList';

const sharings = new WeakMap<object, Sharing>();

function marks(sharing: Sharing) {
  return <R extends object>(resolver: R): R => {
    sharings.set(resolver, sharing);
    return resolver;
  };
}

export const sharesRequest = marks('onePerParent');
export const bringsSharedFields = marks('bringsSharedFields');
export const batchesRequests = marks('onePerList');

export function sharingOf(resolver: unknown): Sharing | undefined {
  return typeof resolver === 'function' ? sharings.get(resolver) : undefined;
}
