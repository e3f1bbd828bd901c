import { Component, type ReactNode } from 'react';
import { type RequestFailure, toFailure } from '../relay/request.ts';

interface Props {
  /** In place of the children, if one of them fails. */
  readonly render: (failure: RequestFailure) => ReactNode;
  readonly children: ReactNode;
}

interface State {
  readonly failure: RequestFailure | null;
}

export class FailureBoundary extends Component<Props, State> {
  override state: State = { failure: null };

  static getDerivedStateFromError(error: unknown): State {
    return { failure: toFailure(error) };
  }

  override render() {
    const { failure } = this.state;
    return failure ? this.props.render(failure) : this.props.children;
  }
}
