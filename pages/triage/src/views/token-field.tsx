import { type FormEvent, useContext } from 'react';
import { TokenContext } from './token-context.ts';

export function TokenField() {
  const { token, changeToken } = useContext(TokenContext);
  function keep(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get('token')).trim();
    changeToken(text.replace(/^Bearer\s+/i, '') || null);
  }
  if (token) {
    return (
      <p className="token-kept">
        A token of {token.length} characters is in use in this tab.{' '}
        <button type="button" className="link" onClick={() => changeToken(null)}>
          Remove token
        </button>
      </p>
    );
  }
  return (
    <form onSubmit={keep} className="stack">
      <label>
        Sentry token
        <input
          name="token"
          type="password"
          required
          autoComplete="off"
          spellCheck={false}
          placeholder="sntryu_…"
        />
        <small>
          The page sends it as <code>Authorization</code> and keeps it only until this tab is
          closed. Reading needs the scope <code>event:read</code>, unmerging{' '}
          <code>event:write</code>.
        </small>
      </label>
      <button className="button" type="submit">
        Use token
      </button>
    </form>
  );
}
