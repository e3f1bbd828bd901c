/**
 * How a look-up ended: `hit` by the cache, `shared` by joining an equal request under way, `miss` by a
 * request of its own. `stale` comes besides, where that failed and an older answer stood in.
 */
export type CacheOutcome = 'hit' | 'miss' | 'stale' | 'shared';
export type ObserveCache = (outcome: CacheOutcome) => void;
