import { flag } from './setting.ts';

/** What the gateway refuses before Sentry hears of it. */
export const GUARD_SETTINGS = {
  isReadOnly: flag('READ_ONLY', false, 'Refuse mutations'),
};
