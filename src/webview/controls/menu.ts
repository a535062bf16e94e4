import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { icon, iconStyles } from './icon';

export interface MenuItem {
  readonly label: string;
  /** Undefined for an item that is not switched on and off. */
  readonly checked?: boolean;
  readonly run: () => void;
}

/** A menu at a point of the page. It takes the focus, and gives it back when it closes. */
@customElement('lens-menu')
export class Menu extends LitElement {
  static override styles = [
    iconStyles,
    css`
      :host {
        inset: auto;
        margin: 0;
        min-width: 180px;
        max-width: calc(100vw - 16px);
        max-height: calc(100vh - 16px);
        overflow: auto;
        padding: 4px;
        border: 1px solid var(--vscode-menu-border, var(--vscode-contrastBorder, transparent));
        border-radius: 6px;
        color: var(--vscode-menu-foreground);
        background: var(--vscode-menu-background);
        box-shadow: 0 2px 8px var(--vscode-widget-shadow, transparent);
        outline: none;
      }
      [role^='menuitem'] {
        display: flex;
        align-items: center;
        gap: 6px;
        padding: 0 24px 0 4px;
        border-radius: 4px;
        line-height: 24px;
        white-space: nowrap;
        cursor: pointer;
        outline: 1px solid transparent;
        outline-offset: -1px;
      }
      [role^='menuitem']:focus {
        color: var(--vscode-menu-selectionForeground);
        background: var(--vscode-menu-selectionBackground);
        outline-color: var(--vscode-menu-selectionBorder, transparent);
      }
      .check {
        color: inherit;
      }
      .space {
        width: 16px;
      }
    `,
  ];

  @property({ attribute: false }) items: readonly MenuItem[] = [];
  @query('[role^=menuitem]') private readonly first?: HTMLElement;
  private opener?: HTMLElement;
  private readonly closed = new AbortController();

  /** Opens a menu, kept inside the page, beside a point of the page. */
  static open(host: ShadowRoot, items: readonly MenuItem[], x: number, y: number, label: string): void {
    const menu = new Menu();
    menu.items = items;
    menu.ariaLabel = label;
    menu.opener = host.activeElement instanceof HTMLElement ? host.activeElement : undefined;
    menu.popover = 'manual';
    host.append(menu);
    menu.showPopover();
    void menu.updateComplete.then(() => {
      const { width, height } = menu.getBoundingClientRect();
      menu.style.left = `${Math.max(8, Math.min(x, innerWidth - width - 8))}px`;
      menu.style.top = `${Math.max(8, Math.min(y, innerHeight - height - 8))}px`;
      menu.first?.focus();
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.role = 'menu';
    this.addEventListener('keydown', event => this.onKey(event));
    this.addEventListener('focusout', event => this.onFocusOut(event), { signal: this.closed.signal });
  }

  override render(): unknown {
    return this.items.map(
      item =>
        html`<div
          role=${item.checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
          aria-checked=${item.checked ?? nothing}
          tabindex="-1"
          @click=${() => this.pick(item)}
          @pointermove=${({ currentTarget }: Event) => currentTarget instanceof HTMLElement && currentTarget.focus()}
        >
          ${item.checked === undefined ? nothing : item.checked ? icon('check') : html`<span class="space"></span>`}
          ${item.label}
        </div>`,
    );
  }

  private onKey(event: KeyboardEvent): void {
    const items = [...this.renderRoot.querySelectorAll<HTMLElement>('[role^=menuitem]')];
    const at = items.findIndex(item => item.matches(':focus'));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (to !== undefined) items.at(to % items.length)?.focus();
    else if (event.key === 'Enter' || event.key === ' ') items[at]?.click();
    else if (event.key === 'Escape' || event.key === 'Tab') this.close();
    event.preventDefault();
    event.stopPropagation();
  }

  private pick(item: MenuItem): void {
    this.close();
    item.run();
  }

  private onFocusOut({ relatedTarget }: FocusEvent): void {
    if (relatedTarget instanceof Node && this.renderRoot.contains(relatedTarget)) return;
    this.closed.abort();
    this.remove();
  }

  /** Moving the focus would end in `onFocusOut` and remove the menu a second time. */
  private close(): void {
    this.closed.abort();
    this.opener?.focus();
    this.remove();
  }
}
