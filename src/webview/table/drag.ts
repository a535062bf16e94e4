const dragThreshold = 6;

/** Less is a click by an unsteady hand. */
export function isDrag(distance: number): boolean {
  return Math.abs(distance) >= dragThreshold;
}

/** Follows the pointer until it is let go. A click that ends a drag is not a click on the header. */
export function follow(start: PointerEvent, move: (x: number) => void, end: (x: number) => void): void {
  const { currentTarget: target } = start;
  if (!(target instanceof HTMLElement)) return;
  target.setPointerCapture(start.pointerId);
  const ending = new AbortController();
  const { signal } = ending;
  target.addEventListener('pointermove', ({ clientX }) => move(clientX), { signal });
  target.addEventListener(
    'pointercancel',
    () => {
      ending.abort();
      end(start.clientX);
    },
    { signal },
  );
  target.addEventListener(
    'pointerup',
    ({ clientX }) => {
      ending.abort();
      if (isDrag(clientX - start.clientX))
        target.addEventListener('click', click => click.stopImmediatePropagation(), {
          once: true,
          capture: true,
        });
      end(clientX);
    },
    { signal },
  );
}
