/**
 * The outcome of a lookup: `hit`; `shared`, which joined an equal request in flight; or `miss`. In addition to a
 * `miss` also `replica`, if another replica had read the response; or `stale`, if its request failed and an expired
 * response was served.
 */
export type CacheOutcome = 'hit' | 'miss' | 'replica' | 'stale' | 'shared';
export type ObserveCache = (outcome: CacheOutcome) => void;
