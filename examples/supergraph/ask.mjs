// Sends operation.graphql to the gateway at the given URL and prints the response. It sends the token
// in SENTRY_AUTH_TOKEN as a client of the supergraph would.
import { readFileSync } from 'node:fs';

const url = process.argv[2] ?? 'http://127.0.0.1:4100/';
const token = process.env['SENTRY_AUTH_TOKEN'];
const response = await fetch(url, {
  method: 'POST',
  headers: {
    'content-type': 'application/json',
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  },
  body: JSON.stringify({
    query: readFileSync(new URL('operation.graphql', import.meta.url), 'utf8'),
  }),
});
console.log(JSON.stringify(await response.json(), null, 2));
