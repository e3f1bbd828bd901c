import { oneOf } from './setting.ts';

/** What a person sees who opens the gateway in a browser. */
export const EXPLORER_SETTINGS = {
  triage: oneOf(
    'TRIAGE',
    { choices: ['on', 'off'], fallback: 'on', inProduction: 'off' },
    'Whether `/triage` serves the page on which hashes are looked through, compared and unmerged',
  ),
  kind: oneOf(
    'EXPLORER',
    { choices: ['sandbox', 'graphiql', 'off'], fallback: 'sandbox', inProduction: 'off' },
    'What `/graphql` shows in a browser: Apollo Sandbox, which the browser loads from the internet, or the bundled GraphiQL, which is at `/graphiql` in both cases',
  ),
};
