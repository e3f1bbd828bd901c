const CONTROLS = 'a[href], button, input, select, [tabindex="0"]';

/** The control that has the focus, and its place among the controls of its dialog or page. */
interface Focused {
  readonly control: Element;
  /** The open dialog or the page that it is in. */
  readonly scope: Element;
  readonly place: number;
}

/**
 * A control that disappears, or moves in the document, loses the focus to `<body>`, and the keyboard then
 * starts again at the top. The focus goes back to the control, to the one before it, or to the list.
 */
export function keepFocus(root: HTMLElement): void {
  let focused: Focused | null = null;
  document.addEventListener('focusin', ({ target }) => {
    focused = locate(target);
  });
  // The user moves the focus, perhaps out of the page.
  document.addEventListener('pointerdown', ({ target }) => {
    focused = target instanceof Element ? locate(target.closest(CONTROLS)) : null;
  });
  document.addEventListener('keydown', ({ key }) => {
    focused = key === 'Tab' ? null : focused;
  });
  new MutationObserver(() => {
    if (focused && document.activeElement === document.body) {
      successorOf(focused)?.focus({ preventScroll: true });
    }
  }).observe(root, { subtree: true, childList: true });
}

function locate(target: EventTarget | null): Focused | null {
  const scope = target instanceof Element ? target.closest('dialog, main') : null;
  return target instanceof Element && scope
    ? { control: target, scope, place: controlsIn(scope).indexOf(target as HTMLElement) }
    : null;
}

function successorOf({ control, scope, place }: Focused): HTMLElement | null {
  if (!scope.isConnected) {
    return firstOf('dialog[open] button') ?? firstOf('[role=treegrid]') ?? firstOf('main');
  }
  const controls = controlsIn(scope);
  const before = Math.max(0, Math.min(place, controls.length) - 1);
  return controls.find((known) => known === control) ?? controls[before] ?? null;
}

function firstOf(selector: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(selector);
}

function controlsIn(scope: Element): readonly HTMLElement[] {
  return [...scope.querySelectorAll<HTMLElement>(CONTROLS)].filter(
    (control) =>
      control.tabIndex >= 0 && control.checkVisibility() && !control.matches(':disabled'),
  );
}
