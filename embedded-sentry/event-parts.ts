export type Body = Readonly<Record<string, unknown>>;

export const GROUPING_CONFIG = {
  id: 'newstyle:2023-01-11',
  enhancements: 'KLUv_SAYwQAAkwKRs25ld3N0eWxl',
};
export const NO_META = {
  entries: {},
  message: null,
  user: null,
  contexts: null,
  sdk: null,
  context: null,
  packages: null,
  tags: {},
};

/** ISO 8601 with microseconds, as in Sentry's responses. */
export function toMicroseconds(timeMs: number): string {
  return new Date(timeMs).toISOString().replace('Z', '000Z');
}
