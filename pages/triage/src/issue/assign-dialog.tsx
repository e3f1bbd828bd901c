import { type FormEvent, useEffect, useState } from 'react';
import { fetchQuery, graphql, useRelayEnvironment } from 'react-relay';
import type { assignDialogQuery } from '../__generated__/assignDialogQuery.graphql.ts';
import { Modal } from '../views/modal.tsx';

interface Props {
  /** Global ID. */
  readonly issue: string;
  readonly isAssigned: boolean;
  /** With an empty text for nobody. */
  readonly onAssign: (assignee: string) => void;
  readonly onClose: () => void;
}

export function AssignDialog({ issue, isAssigned, onAssign, onClose }: Props) {
  const people = usePeople(issue);
  function assign(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    onAssign(String(new FormData(event.currentTarget).get('assignee')).trim());
  }
  return (
    <Modal className="assign" label="Assign the issue" onClose={onClose}>
      <h2>Assign the issue</h2>
      <form className="stack" onSubmit={assign}>
        <label>
          User or team
          <input
            name="assignee"
            required
            autoComplete="off"
            list="people"
            placeholder="jane@example.com, user:7, team:12"
          />
          <small>A user name, an email address, user:ID or team:ID.</small>
        </label>
        <datalist id="people">
          {people.map((person) => (
            <option key={person} value={person} />
          ))}
        </datalist>
        <div className="buttons">
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          {isAssigned ? (
            <button type="button" className="button" onClick={() => onAssign('')}>
              Assign to nobody
            </button>
          ) : null}
          <button type="submit" className="button primary">
            Assign
          </button>
        </div>
      </form>
    </Modal>
  );
}

/** Suggestions: those who have seen the issue or take part in it. */
function usePeople(issue: string): readonly string[] {
  const environment = useRelayEnvironment();
  const [people, setPeople] = useState<readonly string[]>([]);
  useEffect(() => {
    const subscription = fetchQuery<assignDialogQuery>(environment, QUERY, { issue }).subscribe({
      next: ({ node }) => {
        const users = [...(node?.participants ?? []), ...(node?.seenBy ?? [])];
        setPeople([...new Set(users.flatMap(({ email, username }) => email ?? username ?? []))]);
      },
      // The field works without suggestions.
      error: () => {},
    });
    return () => subscription.unsubscribe();
  }, [environment, issue]);
  return people;
}

const QUERY = graphql`
  query assignDialogQuery($issue: ID!) {
    node(id: $issue) {
      ... on Issue {
        participants {
          email
          username
        }
        seenBy {
          email
          username
        }
      }
    }
  }
`;
