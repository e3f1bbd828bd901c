import { Environment, Network, RecordSource, Store } from 'relay-runtime';
import { sendOrFail } from './request.ts';

/** A store of its own for each token, so that nobody sees what another was shown. */
export function createEnvironment(token: string | null): Environment {
  return new Environment({
    network: Network.create((request, variables) => sendOrFail(request, variables, token)),
    store: new Store(new RecordSource()),
  });
}
