import { Component, type ReactNode } from 'react';
import { type RequestFailure, toFailure } from '../relay/request.ts';
import { Brand } from './brand.tsx';
import type { Target } from './target.ts';
import { TokenField } from './token-field.tsx';

interface Props {
  readonly target: Target;
  readonly onRetry: () => void;
  readonly onLeave: () => void;
  readonly children: ReactNode;
}

/** Shown if the issue cannot be loaded. */
export class FailureBoundary extends Component<Props, { readonly failure: RequestFailure | null }> {
  override state = { failure: null };

  static getDerivedStateFromError(error: unknown) {
    return { failure: toFailure(error) };
  }

  override render() {
    const { target, onRetry, onLeave, children } = this.props;
    const failure: RequestFailure | null = this.state.failure;
    if (!failure) {
      return children;
    }
    const { code, message } = failure as RequestFailure;
    const canUseToken = code === 'UNAUTHENTICATED' || code === 'FORBIDDEN';
    return (
      <main className="card-page">
        <section className="card" role="alert" aria-labelledby="failure">
          <Brand />
          <h1 id="failure">{HEADINGS[code] ?? 'The issue cannot be loaded'}</h1>
          <p>{message}</p>
          <p className="muted">
            {target.organization} / {target.issue} · <code>{code}</code>
          </p>
          {canUseToken ? <TokenField /> : null}
          <div className="buttons">
            {canUseToken ? null : (
              <button type="button" className="button primary" onClick={onRetry}>
                Try again
              </button>
            )}
            <button type="button" className="button" onClick={onLeave}>
              Choose another issue
            </button>
          </div>
        </section>
      </main>
    );
  }
}

const HEADINGS: Readonly<Record<string, string>> = {
  UNAUTHENTICATED: 'A Sentry token is needed',
  FORBIDDEN: 'The token lacks permission',
  NOT_FOUND: 'Issue not found',
  RATE_LIMITED: 'Sentry’s rate limit is exhausted',
  OFFLINE: 'The gateway cannot be reached',
  UPSTREAM_TIMEOUT: 'Sentry took too long',
  UPSTREAM_UNAVAILABLE: 'Sentry cannot be reached',
};
