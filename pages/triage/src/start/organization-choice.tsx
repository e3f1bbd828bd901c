import { type FormEvent, Suspense } from 'react';
import { DEFAULT_SEARCH } from '../address/address.ts';
import { navigate } from '../address/use-address.ts';
import { readSettings } from '../settings.ts';
import { FailureBoundary } from '../views/failure-boundary.tsx';
import { Message } from '../views/message.tsx';
import { ListFailure } from './list-failure.tsx';
import { OrganizationList } from './organization-list.tsx';

interface Props {
  readonly attempt: number;
  readonly onRetry: () => void;
}

/** By its slug, or from the list of those that the token can access. */
export function OrganizationChoice({ attempt, onRetry }: Props) {
  function choose(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const organization = String(new FormData(event.currentTarget).get('organization')).trim();
    navigate({ page: 'start', start: { organization, search: DEFAULT_SEARCH, order: 'newest' } });
  }
  return (
    <>
      <form onSubmit={choose} className="start-search">
        <label>
          Organization
          <input
            name="organization"
            defaultValue={readSettings().start?.organization}
            required
            autoComplete="organization"
            placeholder="acme"
            aria-describedby="organization-help"
          />
        </label>
        <button className="button" type="submit">
          Show issues
        </button>
        <small id="organization-help">Slug, as in the URLs of Sentry.</small>
      </form>
      <FailureBoundary
        render={(failure) =>
          failure.code === 'FORBIDDEN' ? (
            <p className="muted">
              The organizations cannot be listed. <Message text={failure.message} />
            </p>
          ) : (
            <ListFailure failure={failure} what="The list of organizations" onRetry={onRetry} />
          )
        }
      >
        <Suspense fallback={<p role="status">Loading the organizations …</p>}>
          <OrganizationList attempt={attempt} />
        </Suspense>
      </FailureBoundary>
    </>
  );
}
