const MARK = '@bigint:';

/** JSON in which a bigint is a number with all its digits. */
export function toJson(value: unknown): string {
  const text = JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'bigint' ? `${MARK}${part}` : part,
  );
  return text.replaceAll(new RegExp(`"${MARK}(-?\\d+)"`, 'g'), '$1');
}

/** As in Django's JSON: with milliseconds. */
export function toMilliseconds(timeMs: number): string {
  return new Date(timeMs).toISOString();
}

/** As in Python: `2020-06-17 20:00:00.350000+00:00`, without a fraction of zero. */
export function toPythonTime(timeMs: number, separator = ' '): string {
  const [date = '', time = ''] = new Date(timeMs).toISOString().split('T');
  const [seconds = '', fraction = ''] = time.replace('Z', '').split('.');
  const digits = fraction === '000' ? '' : `.${fraction}000`;
  return `${date}${separator}${seconds}${digits}+00:00`;
}
