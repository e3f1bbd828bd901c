import { type FormEvent, useContext } from 'react';
import { Brand } from './brand.tsx';
import { readSettings } from './settings.ts';
import type { Target } from './target.ts';
import { TokenContext } from './token-context.ts';
import { TokenField } from './token-field.tsx';

/** Where an issue is chosen. */
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
        <h1>Which issue is it?</h1>
        <p>
          Sentry groups events into an issue by their hashes. See all of an issue’s hashes at once,
          compare the stack traces of as many as you like, and take out what does not belong.
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
            <small>Its slug, as in the address of its pages.</small>
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
            Show its hashes
          </button>
        </form>
        <details open={token !== null || readSettings().takesToken}>
          <summary>The gateway asks for a token?</summary>
          <TokenField />
        </details>
      </section>
    </main>
  );
}
