/** Where releases of Sentry differ, as today's behaves. */
export const TODAY = {
  /** Hash list: full events unless `full` is exactly `0` or `false`. */
  isFullHashList: (query: URLSearchParams) => !['0', 'false'].includes(query.get('full') ?? ''),
  /** Event lists: light events unless `full` is `1` or `true`. */
  isFullEventList: (query: URLSearchParams) => ['1', 'true'].includes(query.get('full') ?? ''),
  /** The two fields that say what Seer merged. */
  seerFields: (index: number) => {
    const mergedBySeer = index % 10 === 3;
    return { mergedBySeer, seerMatchDistance: mergedBySeer ? 0.01 * (1 + (index % 7)) : null };
  },
};
