import { useContext } from 'react';
import { CredentialsContext } from '../access/credentials-context.ts';
import { CredentialsForm } from '../access/credentials-form.tsx';
import { explainFailure } from '../access/explain-failure.ts';
import type { RequestFailure } from '../relay/request.ts';
import { readSettings } from '../settings.ts';
import { Message } from './message.tsx';

interface Props {
  /** With a capital letter: `The grouping`. */
  readonly what: string;
  readonly failure: RequestFailure;
  readonly onRetry: () => void;
}

/** In place of what could not be loaded. A secret that was refused can be replaced. */
export function FailureNote({ what, failure, onRetry }: Props) {
  const { credentials } = useContext(CredentialsContext);
  const { advice, secrets } = explainFailure(failure, readSettings().credentials, credentials);
  return (
    <div className="failure-note" role="alert">
      <p>
        <strong>{what} could not be loaded.</strong> <Message text={failure.message} /> {advice}{' '}
        <code>{failure.code}</code>
      </p>
      {secrets.length > 0 ? (
        <CredentialsForm kinds={secrets} />
      ) : (
        <TryAgain failure={failure} onRetry={onRetry} />
      )}
    </div>
  );
}

/** The same request would fail again. */
const LASTING_CODES: readonly string[] = ['NOT_FOUND', 'BAD_USER_INPUT', 'UNSUPPORTED_BY_UPSTREAM'];

export function TryAgain({ failure, onRetry }: Pick<Props, 'failure' | 'onRetry'>) {
  return LASTING_CODES.includes(failure.code) ? null : (
    <button type="button" className="button" onClick={onRetry}>
      Try again
    </button>
  );
}
