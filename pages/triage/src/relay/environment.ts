import { Environment, Network, RecordSource, Store } from 'relay-runtime';
import { type Credentials, headersOf } from '../access/credentials.ts';
import { sendOrFail } from './request.ts';

/** Other credentials get another store, so that data of the previous ones is not shown. */
export function createEnvironment(credentials: Credentials): Environment {
  const headers = headersOf(credentials);
  return new Environment({
    network: Network.create((request, variables) => sendOrFail(request, variables, headers)),
    store: new Store(new RecordSource()),
  });
}
