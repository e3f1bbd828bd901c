import { type ClipboardEvent, type FormEvent, Suspense, useContext, useState } from 'react';
import { CredentialsContext } from '../access/credentials-context.ts';
import { CredentialsForm, RemoveSecrets } from '../access/credentials-form.tsx';
import {
  DEFAULT_SEARCH,
  DEFAULT_VIEW,
  ISSUE_ORDERS,
  type IssueOrder,
  type Start,
} from '../address/address.ts';
import { readIssueReference } from '../address/issue-reference.ts';
import { navigate } from '../address/use-address.ts';
import { readSettings } from '../settings.ts';
import { Brand } from '../views/brand.tsx';
import { FailureBoundary } from '../views/failure-boundary.tsx';
import { IssueChoice } from './issue-choice.tsx';
import { ListFailure } from './list-failure.tsx';
import { OrganizationChoice } from './organization-choice.tsx';

interface Props {
  readonly start: Start;
  readonly attempt: number;
  readonly onRetry: () => void;
}

/** Choose an organization, and search one of its issues. */
export function StartView({ start, attempt, onRetry }: Props) {
  const { credentials } = useContext(CredentialsContext);
  const { credentials: kinds } = readSettings();
  const missing = kinds.filter((kind) => credentials[kind] === undefined);
  const failed = `${start.organization} ${start.search} ${start.order} ${attempt}`;
  return (
    <main className="start" tabIndex={-1}>
      <title>Hash triage</title>
      <Brand />
      <h1>Choose an issue</h1>
      <p className="muted">
        Sentry groups events into an issue by their hashes. See all hashes of an issue at once,
        compare the stack traces of any number of them, and unmerge those that do not belong.
      </p>
      {missing.length > 0 ? (
        <section className="panel" aria-label="Access">
          <CredentialsForm kinds={missing} />
        </section>
      ) : null}
      <RemoveSecrets />
      <Search key={`${start.organization} ${start.search}`} start={start} />
      {missing.length === 0 ? (
        <FailureBoundary
          key={failed}
          render={(failure) => (
            <ListFailure failure={failure} what="The list of issues" onRetry={onRetry} />
          )}
        >
          <Suspense fallback={<p role="status">Loading …</p>}>
            {start.organization === '' ? (
              <OrganizationChoice attempt={attempt} onRetry={onRetry} />
            ) : (
              <IssueChoice start={start} attempt={attempt} />
            )}
          </Suspense>
        </FailureBoundary>
      ) : null}
    </main>
  );
}

function Search({ start }: { readonly start: Start }) {
  const [isUnknown, setIsUnknown] = useState(false);
  const { organization } = start;

  /** @returns whether the text names an issue */
  function openNamed(text: string): boolean {
    const target = readIssueReference(text, organization);
    if (target) {
      navigate({ page: 'issue', target, view: DEFAULT_VIEW });
    }
    return target !== null;
  }

  function search(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get('search')).trim();
    if (openNamed(text)) {
      return;
    }
    if (organization === '') {
      setIsUnknown(true);
    } else {
      navigate({ page: 'start', start: { ...start, search: text } });
    }
  }

  function paste(event: ClipboardEvent) {
    if (openNamed(event.clipboardData.getData('text'))) {
      event.preventDefault();
    }
  }

  return (
    <form onSubmit={search} className="start-search">
      <label>
        {organization === '' ? 'Address of an issue' : `Issues of ${organization}`}
        <input
          name="search"
          type="search"
          defaultValue={organization === '' ? '' : start.search}
          autoComplete="off"
          spellCheck={false}
          placeholder={
            organization === ''
              ? 'https://acme.sentry.io/issues/…'
              : 'is:unresolved, CHECKOUT-4F, https://…'
          }
          aria-invalid={isUnknown}
          aria-describedby="search-help"
          onPaste={paste}
        />
      </label>
      <button className="button primary" type="submit">
        {organization === '' ? 'Open' : 'Search'}
      </button>
      {organization === '' ? null : (
        <label>
          Order
          <select
            value={start.order}
            onChange={(event) =>
              navigate({
                page: 'start',
                start: { ...start, order: event.target.value as IssueOrder },
              })
            }
          >
            {Object.entries(ISSUE_ORDERS).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
      )}
      <small id="search-help" role={isUnknown ? 'alert' : undefined}>
        {organization === ''
          ? isUnknown
            ? 'This is not the address of an issue. Choose the organization first to search.'
            : 'A pasted address opens at once. Or choose the organization:'
          : 'Sentry’s search syntax. A pasted address or short ID opens at once.'}
      </small>
      {organization === '' ? null : (
        <button
          type="button"
          className="link"
          onClick={() =>
            navigate({
              page: 'start',
              start: { organization: '', search: DEFAULT_SEARCH, order: 'newest' },
            })
          }
        >
          Other organization
        </button>
      )}
    </form>
  );
}
