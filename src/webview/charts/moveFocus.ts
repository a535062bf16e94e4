/** Arrow keys among the options of a chart; Enter and Space pick one. The rest is left to the page. */
export function moveFocus(event: KeyboardEvent, root: ParentNode): void {
  const options = [...root.querySelectorAll<HTMLElement | SVGElement>('[role=option]')];
  const at = options.findIndex(option => option.matches(':focus'));
  const option = options[at];
  if (!option || event.ctrlKey || event.metaKey || event.altKey) return;
  const to = {
    ArrowDown: at + 1,
    ArrowRight: at + 1,
    ArrowUp: at - 1,
    ArrowLeft: at - 1,
    Home: 0,
    End: options.length - 1,
  }[event.key];
  if (to !== undefined) options[Math.min(Math.max(to, 0), options.length - 1)]?.focus();
  else if (event.key === 'Enter' || event.key === ' ') option.dispatchEvent(new MouseEvent('click'));
  else return;
  event.preventDefault();
}
