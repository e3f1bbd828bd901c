import type { Attack } from './attack.ts';

/** What a server answers in Sentry's place. */
export const SERVER_ATTACKS: readonly Attack[] = [];
