import { text, wholeNumber } from './setting.ts';

/** Where and how the gateway listens. */
export const HTTP_SETTINGS = {
  host: text('HOST', '127.0.0.1', 'Address to listen on'),
  port: wholeNumber(
    'PORT',
    { fallback: 4_000, min: 0, max: 65_535 },
    'Port to listen on; 0 picks a free one and prints it',
  ),
};
