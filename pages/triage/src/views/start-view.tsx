import { type FormEvent, useContext } from 'react';
import { Brand } from './brand.tsx';
import { readSettings } from './settings.ts';
import type { Target } from './target.ts';
import { TokenContext } from './token-context.ts';
import { TokenField } from './token-field.tsx';

export function StartView({ onOpen }: { readonly onOpen: (target: Target) => void }) {
  const { token } = useContext(TokenContext);
  function open(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    onOpen({
      organization: String(form.get('organization')).trim(),
      issue: String(form.get('issue')).trim(),
    });
  }
  return (
    <main className="card-page">
      <title>Hash triage</title>
      <section className="card">
        <Brand />
        <h1>Choose an issue</h1>
        <p>
          Sentry groups events into an issue by their hashes. See all hashes of an issue at once,
          compare the stack traces of any number of them, and unmerge those that do not belong.
        </p>
        <form onSubmit={open} className="stack">
          <label>
            Organization
            <input
              name="organization"
              defaultValue={readSettings().start?.organization}
              required
              autoComplete="organization"
              placeholder="acme"
            />
            <small>Slug, as in the URLs of Sentry.</small>
          </label>
          <label>
            Issue
            <input
              name="issue"
              defaultValue={readSettings().start?.issue}
              required
              autoComplete="off"
              placeholder="CHECKOUT-4F"
            />
            <small>Short ID or numeric ID.</small>
          </label>
          <button className="button primary" type="submit">
            Show hashes
          </button>
        </form>
        <details open={token !== null || readSettings().needsToken}>
          <summary>Sentry token</summary>
          <TokenField />
        </details>
      </section>
    </main>
  );
}
