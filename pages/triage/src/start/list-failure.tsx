import { useContext } from 'react';
import { CredentialsContext } from '../access/credentials-context.ts';
import { CredentialsForm } from '../access/credentials-form.tsx';
import { explainFailure } from '../access/explain-failure.ts';
import type { RequestFailure } from '../relay/request.ts';
import { readSettings } from '../settings.ts';
import { TryAgain } from '../views/failure-note.tsx';
import { Message } from '../views/message.tsx';

interface Props {
  readonly failure: RequestFailure;
  /** With a capital letter: `The list of issues`. */
  readonly what: string;
  readonly onRetry: () => void;
}

/** In place of a list of organizations or issues. */
export function ListFailure({ failure, what, onRetry }: Props) {
  const { credentials } = useContext(CredentialsContext);
  const { heading, message, advice, secrets } = explainFailure(
    failure,
    readSettings().credentials,
    credentials,
    what,
  );
  return (
    <section className="panel" role="alert">
      <p>
        <strong>{failure.code === 'NOT_FOUND' ? 'Organization not found' : heading}.</strong>{' '}
        {message === null ? null : <Message text={message} />} {advice} <code>{failure.code}</code>
      </p>
      {secrets.length > 0 ? (
        <CredentialsForm kinds={secrets} />
      ) : (
        <TryAgain failure={failure} onRetry={onRetry} />
      )}
    </section>
  );
}
