import type { MouseEvent, ReactNode } from 'react';
import { type Address, writeAddress } from '../address/address.ts';
import { navigate } from '../address/use-address.ts';

interface Props {
  readonly to: Address;
  readonly children: ReactNode;
}

/** A link inside this page, which the browser opens elsewhere with a modifier key. */
export function PageLink({ to, children }: Props) {
  function open(event: MouseEvent) {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      navigate(to);
    }
  }
  return (
    <a href={writeAddress(to)} onClick={open}>
      {children}
    </a>
  );
}
