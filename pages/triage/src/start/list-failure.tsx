import { useContext } from 'react';
import { CredentialsContext } from '../access/credentials-context.ts';
import { CredentialsForm } from '../access/credentials-form.tsx';
import { explainFailure } from '../access/explain-failure.ts';
import type { RequestFailure } from '../relay/request.ts';
import { readSettings } from '../settings.ts';

interface Props {
  readonly failure: RequestFailure;
  readonly onRetry: () => void;
}

/** In place of a list of organizations or issues. */
export function ListFailure({ failure, onRetry }: Props) {
  const { credentials } = useContext(CredentialsContext);
  const { heading, advice, secrets } = explainFailure(
    failure,
    readSettings().credentials,
    credentials,
  );
  return (
    <section className="panel" role="alert">
      <p>
        <strong>{failure.code === 'NOT_FOUND' ? 'Organization not found' : heading}.</strong>{' '}
        {failure.message} {advice} <code>{failure.code}</code>
      </p>
      {secrets.length > 0 ? (
        <CredentialsForm kinds={secrets} />
      ) : (
        <button type="button" className="button" onClick={onRetry}>
          Try again
        </button>
      )}
    </section>
  );
}
