import { oneOf } from './setting.ts';

export const EXPLORER_SETTINGS = {
  triage: oneOf(
    'TRIAGE',
    { choices: ['on', 'off'], fallback: 'on', inProduction: 'off' },
    'Serve `/triage`, a web page to review, compare and unmerge the hashes of an issue',
  ),
  kind: oneOf(
    'EXPLORER',
    { choices: ['sandbox', 'graphiql', 'off'], fallback: 'sandbox', inProduction: 'off' },
    'Web page that `/graphql` shows in a browser: Apollo Sandbox, which the browser loads from the internet, or the bundled GraphiQL; unless off, `/graphiql` serves GraphiQL in both cases',
  ),
};
