const DAY_MS = 86_400_000;

const DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const TIME = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
});
const EXACT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'long' });

/** The date if it is one: Sentry stores what SDKs send. */
export function asDate(text: string | null | undefined): string | null {
  return text && !Number.isNaN(Date.parse(text)) ? text : null;
}

export function shortDate(date: string | null | undefined): string {
  return format(DATE, date);
}

export function exactDate(date: string | null | undefined): string {
  return format(EXACT, date);
}

/** `4 min`, `7 h`, `12 d`, `3 mo`, `6 y`. */
export function age(date: string, nowMs: number): string {
  const ms = Math.max(0, nowMs - Date.parse(date));
  const [size, unit] = (STEPS.find(([step]) => ms >= step) ?? STEPS.at(-1)) as [number, string];
  return `${Math.max(1, Math.floor(ms / size))} ${unit}`;
}

/** With the time zone of the browser: `19:58 UTC`. */
export function timeOfDay(date: string): string {
  return format(TIME, date);
}

/** `Intl` throws for what is no date. */
function format(kind: Intl.DateTimeFormat, text: string | null | undefined): string {
  const date = asDate(text);
  return date === null ? 'unknown' : kind.format(new Date(date));
}

const STEPS: readonly (readonly [number, string])[] = [
  [365 * DAY_MS, 'y'],
  [30 * DAY_MS, 'mo'],
  [DAY_MS, 'd'],
  [3_600_000, 'h'],
  [60_000, 'min'],
];
