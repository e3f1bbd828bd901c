import { endpoints } from './endpoints.ts';
import { asObject, asStrings } from './json.ts';
import type { SentryClient } from './server-kind.ts';

/** Null if the server does not name them. */
export async function getTokenScopes(
  client: SentryClient,
  { organization }: { readonly organization: string },
): Promise<readonly string[] | null> {
  const { body } = await client.send({ endpoint: endpoints.token, params: { organization } });
  return asStrings(asObject(asObject(body)?.['auth'])?.['scopes']);
}
