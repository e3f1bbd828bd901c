import { useContext, useState } from 'react';
import { graphql, useFragment, useMutation } from 'react-relay';
import type { issueActions_issue$key } from '../__generated__/issueActions_issue.graphql.ts';
import type { issueActionsMutation } from '../__generated__/issueActionsMutation.graphql.ts';
import { closeDialog, openDialog } from '../address/use-address.ts';
import { type RequestFailure, toFailure } from '../relay/request.ts';
import { Message } from '../views/message.tsx';
import { AssignDialog } from './assign-dialog.tsx';
import { GlitchTipContext } from './glitchtip-context.ts';

interface Props {
  readonly issue: issueActions_issue$key;
  readonly isAssigning: boolean;
  /** Why the issue cannot be changed; null if it can. */
  readonly writeRefusal: string | null;
}

interface Change {
  readonly status?: string;
  readonly substatus?: string;
  readonly assignedTo?: string;
}

/** Status and assignee of the issue, and buttons that change them; GlitchTip changes only the status. */
export function IssueActions({ issue: key, isAssigning, writeRefusal }: Props) {
  const issue = useFragment(
    graphql`
      fragment issueActions_issue on Issue {
        id
        status
        assignedTo {
          name
        }
      }
    `,
    key,
  );
  const isGlitchTip = useContext(GlitchTipContext);
  const [commit, isSending] = useMutation<issueActionsMutation>(graphql`
    mutation issueActionsMutation($input: UpdateIssueInput!) {
      updateIssue(input: $input) {
        issue {
          ...issueActions_issue
        }
      }
    }
  `);
  const [failure, setFailure] = useState<RequestFailure | null>(null);

  function change(input: Change) {
    // The buttons stay enabled, because a disabled one would lose the focus.
    if (isSending) {
      return;
    }
    setFailure(null);
    commit({
      variables: { input: { issue: issue.id, ...input } },
      onError: (error) => setFailure(toFailure(error)),
    });
  }

  const isOpen = issue.status === 'unresolved';
  const assignee = issue.assignedTo?.name;
  return (
    <>
      {issue.status ? (
        <span className="badge">{STATUS_WORDS[issue.status] ?? issue.status}</span>
      ) : null}
      <span>{assignee ? `Assigned to ${assignee}` : 'Unassigned'}</span>
      {writeRefusal === null ? (
        <span className="issue-actions">
          <button
            type="button"
            className="link"
            aria-disabled={isSending}
            onClick={() => change({ status: isOpen ? 'resolved' : 'unresolved' })}
          >
            {isOpen ? 'Resolve' : 'Reopen'}
          </button>
          {isOpen ? (
            <button
              type="button"
              className="link"
              aria-disabled={isSending}
              onClick={() =>
                change({
                  status: 'ignored',
                  ...(isGlitchTip ? {} : { substatus: 'archived_until_escalating' }),
                })
              }
            >
              Archive
            </button>
          ) : null}
          {isGlitchTip ? null : (
            <button
              type="button"
              className="link"
              aria-disabled={isSending}
              onClick={() => openDialog('assign')}
            >
              Assign …
            </button>
          )}
        </span>
      ) : null}
      {failure ? (
        <span className="action-failure" role="alert">
          <Message text={failure.message} /> <code>{failure.code}</code>
        </span>
      ) : null}
      {isAssigning && writeRefusal === null ? (
        <AssignDialog
          issue={issue.id}
          isAssigned={Boolean(assignee)}
          onClose={closeDialog}
          onAssign={(assignedTo) => {
            closeDialog();
            change({ assignedTo });
          }}
        />
      ) : null}
    </>
  );
}

/** Sentry's pages call it so, and the button does. */
const STATUS_WORDS: Readonly<Record<string, string>> = { ignored: 'archived' };
