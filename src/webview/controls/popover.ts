import { css, LitElement } from 'lit';
import { focusedElement } from './focus';

/** The look of what opens above a page. */
export const popoverStyles = css`
  :host {
    inset: auto;
    margin: 0;
    min-width: 180px;
    max-width: calc(100vw - 16px);
    max-height: calc(100vh - 16px);
    box-sizing: border-box;
    overflow: auto;
    padding: 4px;
    border: 1px solid var(--vscode-menu-border, var(--lens-border));
    border-radius: 6px;
    color: var(--vscode-menu-foreground);
    background: var(--vscode-menu-background);
    box-shadow: 0 2px 8px var(--vscode-widget-shadow, transparent);
    outline: none;
  }
`;

/**
 * Something that opens at a point of the page, takes the focus, and gives it back to what had it. It closes when
 * the focus goes elsewhere. Keys that it does not know are left alone: F1 is VS Code's, also here.
 */
export abstract class Popover extends LitElement {
  private opener: HTMLElement | undefined;
  private readonly closed = new AbortController();

  protected abstract get firstFocus(): HTMLElement | undefined;

  /** Opens it, kept inside the page. */
  protected openAt(host: ShadowRoot, x: number, y: number): void {
    this.opener = focusedElement();
    this.popover = 'manual';
    host.append(this);
    this.showPopover();
    const { signal } = this.closed;
    this.addEventListener('focusout', event => this.onFocusOut(event), { signal });
    void this.updateComplete.then(() => {
      this.placeAt(x, y);
      this.firstFocus?.focus();
    });
  }

  protected placeAt(x: number, y: number): void {
    const { width, height } = this.getBoundingClientRect();
    this.style.left = `${Math.max(8, Math.min(x, innerWidth - width - 8))}px`;
    this.style.top = `${Math.max(8, Math.min(y, innerHeight - height - 8))}px`;
  }

  /** Moving the focus would end in `onFocusOut` and remove it a second time. */
  close(): void {
    if (this.closed.signal.aborted) return;
    this.closed.abort();
    if (this.opener?.isConnected) this.opener.focus();
    this.remove();
  }

  private onFocusOut({ relatedTarget }: FocusEvent): void {
    if (relatedTarget instanceof Node && (relatedTarget === this || this.renderRoot.contains(relatedTarget)))
      return;
    // Nothing else in the page has it: it comes back to where it was, perhaps after a turn in VS Code's palette.
    if (relatedTarget === null) this.close();
    else {
      this.closed.abort();
      this.remove();
    }
  }
}
