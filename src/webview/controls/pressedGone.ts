import { type ReactiveController, type ReactiveControllerHost } from 'lit';

/**
 * A button with `data-command` that is gone after a drawing leaves the keyboard to the title: the one that comes in its
 * place must not be pressed by the same key. The buttons have to be drawn by `repeat`, each by its command.
 */
export class PressedGone implements ReactiveController {
  /** The button that had the keyboard before this drawing. */
  private pressed: string | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment },
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    const { renderRoot } = this.host;
    const focused = renderRoot instanceof ShadowRoot ? renderRoot.activeElement : null;
    this.pressed = focused instanceof HTMLElement ? focused.dataset['command'] : undefined;
  }

  hostUpdated(): void {
    const { pressed, host } = this;
    if (pressed !== undefined && !host.renderRoot.querySelector(`[data-command=${CSS.escape(pressed)}]`))
      host.renderRoot.querySelector<HTMLElement>('h1')?.focus();
  }
}
