import { useContext } from 'react';
import { CredentialsContext } from '../access/credentials-context.ts';
import { CredentialsForm } from '../access/credentials-form.tsx';
import { explainFailure } from '../access/explain-failure.ts';
import { DEFAULT_SEARCH, type Target } from '../address/address.ts';
import { navigate } from '../address/use-address.ts';
import type { RequestFailure } from '../relay/request.ts';
import { readSettings } from '../settings.ts';
import { Brand } from './brand.tsx';
import { Message } from './message.tsx';

interface Props {
  readonly failure: RequestFailure;
  readonly target: Target;
  readonly onRetry: () => void;
}

/** Shown if the issue cannot be loaded. */
export function FailureCard({ failure, target, onRetry }: Props) {
  const { credentials } = useContext(CredentialsContext);
  const { heading, message, advice, secrets } = explainFailure(
    failure,
    readSettings().credentials,
    credentials,
  );
  const { organization } = target;
  const isGone = failure.code === 'NOT_FOUND';
  return (
    <main className="card-page" tabIndex={-1}>
      <section className="card" role="alert" aria-labelledby="failure">
        <Brand />
        <h1 id="failure">{heading}</h1>
        {message === null ? null : (
          <p>
            <Message text={message} />
          </p>
        )}
        {advice ? <p>{advice}</p> : null}
        <p className="muted">
          {organization} / {target.issue} · <code>{failure.code}</code>
        </p>
        {secrets.length > 0 ? <CredentialsForm kinds={secrets} /> : null}
        <div className="buttons">
          {secrets.length > 0 ? null : (
            <button
              type="button"
              className={isGone ? 'button' : 'button primary'}
              onClick={onRetry}
            >
              Try again
            </button>
          )}
          <button
            type="button"
            className={isGone ? 'button primary' : 'button'}
            onClick={() =>
              navigate({
                page: 'start',
                start: { organization, search: DEFAULT_SEARCH, order: 'newest' },
              })
            }
          >
            Choose another issue
          </button>
        </div>
      </section>
    </main>
  );
}
