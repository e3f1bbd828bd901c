import { Environment, Network, RecordSource, Store } from 'relay-runtime';
import { sendOrFail } from './request.ts';

/** Each token has a store of its own, so that its data is not shown after a change of token. */
export function createEnvironment(token: string | null): Environment {
  return new Environment({
    network: Network.create((request, variables) => sendOrFail(request, variables, token)),
    store: new Store(new RecordSource()),
  });
}
