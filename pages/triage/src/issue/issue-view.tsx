import { type ReactNode, Suspense, useEffect, useState } from 'react';
import type { Target, View } from '../address/address.ts';
import { closeDialog, openDialog } from '../address/use-address.ts';
import { IssueHashes } from '../list/issue-hashes.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { FILTER_ID } from '../list/toolbar.tsx';
import { FailureBoundary } from '../views/failure-boundary.tsx';
import { Message } from '../views/message.tsx';
import { GlitchTipContext } from './glitchtip-context.ts';
import { IssueBar } from './issue-bar.tsx';
import { type IssueFacts, IssueHeader } from './issue-header.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { useWriteRefusal } from './use-write-refusal.ts';

interface Props {
  readonly target: Target;
  readonly view: View;
  readonly attempt: number;
}

/** The heading and the list are separate requests: neither waits for the other. */
export function IssueView({ target, view, attempt }: Props) {
  const [{ permalink, isGlitchTip }, setFacts] = useState<IssueFacts>(UNKNOWN);
  const [headerAttempt, setHeaderAttempt] = useState(0);
  const writeRefusal = useWriteRefusal(target.organization);
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <GlitchTipContext value={isGlitchTip}>
      <main className="issue" tabIndex={-1}>
        <header className="issue-header">
          <FailureBoundary
            key={headerAttempt}
            render={({ message }) => (
              <HeaderWithoutIssue target={target}>
                <Message text={message} />{' '}
                <button
                  type="button"
                  className="link"
                  onClick={() => setHeaderAttempt((count) => count + 1)}
                >
                  Try again
                </button>
              </HeaderWithoutIssue>
            )}
          >
            <Suspense
              fallback={
                <HeaderWithoutIssue target={target}>
                  <span className="bone" data-width="22" />
                </HeaderWithoutIssue>
              }
            >
              <IssueHeader
                target={target}
                attempt={attempt + headerAttempt}
                isAssigning={view.dialog === 'assign'}
                writeRefusal={writeRefusal}
                onLoad={setFacts}
              />
            </Suspense>
          </FailureBoundary>
        </header>
        <Suspense fallback={<ListSkeleton />}>
          <IssueHashes
            target={target}
            view={view}
            attempt={attempt}
            permalink={permalink}
            writeRefusal={writeRefusal}
          />
        </Suspense>
        {view.dialog === 'keys' ? <KeysDialog onClose={closeDialog} /> : null}
      </main>
    </GlitchTipContext>
  );
}

interface HeaderWithoutIssueProps {
  readonly target: Target;
  readonly children: ReactNode;
}

/** While the issue is loaded, or if that fails. */
function HeaderWithoutIssue({ target, children }: HeaderWithoutIssueProps) {
  return (
    <>
      <IssueBar target={target} shortId={null} />
      <h1>Issue {target.issue}</h1>
      <p className="facts">{children}</p>
    </>
  );
}

const UNKNOWN: IssueFacts = { permalink: null, isGlitchTip: false };

function onKeyDown(event: KeyboardEvent) {
  const isTyping = event.target instanceof Element && event.target.closest('input, select, dialog');
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  if (event.key === '?') {
    openDialog('keys');
  } else if (event.key === '/') {
    event.preventDefault();
    document.getElementById(FILTER_ID)?.focus();
  }
}
