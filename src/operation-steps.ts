import type { GraphQLRequestContext, GraphQLRequestListener } from '@apollo/server';
import type { Context } from './context.ts';

type Listener = GraphQLRequestListener<Context>;
type At<Hook extends keyof Listener> = Parameters<NonNullable<Listener[Hook]>>[0];

/** What is done at the steps of one operation, in this order. */
interface OperationSteps {
  /** The text of the document and the variables are known. */
  readonly didResolveSource?: (at: At<'didResolveSource'>) => void;
  /** The document is parsed, and was not cached. */
  readonly willValidate?: (at: At<'validationDidStart'>) => void;
  /** The document is valid, and was not cached. */
  readonly didValidate?: (at: At<'validationDidStart'>) => void;
  /** Refuses the operation by an error. */
  readonly didResolveOperation?: (at: At<'didResolveOperation'>) => void;
  readonly didEncounterErrors?: (at: At<'didEncounterErrors'>) => void;
  readonly willSendResponse?: (at: At<'willSendResponse'>) => void;
}

/** Called at the start of each operation. */
export type StartSteps = (at: GraphQLRequestContext<Context>) => OperationSteps;
