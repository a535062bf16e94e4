import { type ReactiveController, type ReactiveControllerHost } from 'lit';
import { isComposing } from '../controls/composing';

/**
 * The keyboard among the options of a chart: one of them is a stop of Tab, the one where it was last. Arrows move,
 * Enter and Space pick; the rest is left to the page.
 */
export class Roving implements ReactiveController {
  private at = 0;

  constructor(
    private readonly host: ReactiveControllerHost & { readonly renderRoot: ParentNode },
    private readonly moved: (from: number, to: number, event: KeyboardEvent) => void = () => undefined,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    // Nothing to begin with.
  }

  /** What an option's `tabindex` is. */
  tabIndex(index: number, count: number): 0 | -1 {
    return index === Math.min(this.at, count - 1) ? 0 : -1;
  }

  focused(event: FocusEvent): void {
    const at = this.options().findIndex(option => option === event.target);
    if (at === -1 || at === this.at) return;
    this.at = at;
    this.host.requestUpdate();
  }

  key(event: KeyboardEvent): void {
    const options = this.options();
    const at = options.findIndex(option => option.matches(':focus'));
    const option = options[at];
    if (!option || isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const wanted = {
      ArrowDown: at + 1,
      ArrowRight: at + 1,
      ArrowUp: at - 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: options.length - 1,
    }[event.key];
    if (wanted !== undefined) {
      const to = Math.min(Math.max(wanted, 0), options.length - 1);
      options[to]?.focus();
      this.moved(at, to, event);
    } else if (event.key === 'Enter' || event.key === ' ') option.dispatchEvent(new MouseEvent('click'));
    else return;
    event.preventDefault();
  }

  private options(): (HTMLElement | SVGElement)[] {
    return [...this.host.renderRoot.querySelectorAll<HTMLElement | SVGElement>('[role=option]')];
  }
}
