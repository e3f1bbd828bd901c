import type { RequestFailure } from '../relay/request.ts';
import { Message } from './message.tsx';

interface Props {
  /** With a capital letter: `The grouping`. */
  readonly what: string;
  readonly failure: RequestFailure;
  readonly onRetry: () => void;
}

/** In place of what could not be loaded. */
export function FailureNote({ what, failure, onRetry }: Props) {
  const { message, code } = failure;
  return (
    <div className="list-end" role="alert">
      <p>
        <strong>{what} could not be loaded.</strong> <Message text={message} /> <code>{code}</code>
      </p>
      <TryAgain failure={failure} onRetry={onRetry} />
    </div>
  );
}

/** The same request would fail again. */
const LASTING_CODES: readonly string[] = ['NOT_FOUND', 'BAD_USER_INPUT', 'UNSUPPORTED_BY_UPSTREAM'];

export function TryAgain({ failure, onRetry }: Pick<Props, 'failure' | 'onRetry'>) {
  return LASTING_CODES.includes(failure.code) ? null : (
    <button type="button" className="button" onClick={onRetry}>
      Try again
    </button>
  );
}
