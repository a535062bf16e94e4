import { css, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { isComposing } from './composing';
import { icon, iconStyles } from './icon';
import { Popover, popoverStyles } from './popover';

export interface MenuItem {
  readonly label: string;
  /** Undefined for an item that is not switched on and off. */
  readonly checked?: boolean;
  readonly run: () => void;
}

/** A line above what belongs together, with its name where one is given. */
export interface MenuSection {
  readonly section: string;
}

export type MenuEntry = MenuItem | MenuSection;

/** A menu at a point of the page. */
@customElement('lens-menu')
export class Menu extends Popover {
  static override styles = [
    iconStyles,
    popoverStyles,
    css`
      [role^='menuitem'] {
        display: flex;
        align-items: center;
        gap: 6px;
        padding: 0 24px 0 8px;
        border-radius: 4px;
        line-height: 24px;
        white-space: nowrap;
        cursor: pointer;
        outline: 1px solid transparent;
        outline-offset: -1px;
      }
      [role='menuitemcheckbox'] {
        padding-inline-start: 4px;
      }
      [role^='menuitem']:focus {
        color: var(--vscode-menu-selectionForeground);
        background: var(--vscode-menu-selectionBackground);
        outline-color: var(--vscode-menu-selectionBorder, transparent);
      }
      .section {
        padding: 4px 8px 2px;
        font-size: 0.9em;
        opacity: 0.85;
      }
      .section:not(:first-child) {
        margin-top: 4px;
        border-top: 1px solid var(--vscode-menu-separatorBackground, var(--lens-border));
      }
      .section.nameless {
        padding: 2px 0;
      }
      .check {
        color: inherit;
      }
      .space {
        width: 16px;
      }
    `,
  ];

  @property({ attribute: false }) items: readonly MenuEntry[] = [];
  @query('[role^=menuitem]') private readonly first?: HTMLElement;

  protected override get firstFocus(): HTMLElement | undefined {
    return this.first;
  }

  static open(host: ShadowRoot, items: readonly MenuEntry[], x: number, y: number, label: string): void {
    const menu = new Menu();
    menu.items = items;
    menu.ariaLabel = label;
    menu.role = 'menu';
    menu.addEventListener('keydown', event => menu.onKey(event));
    menu.openAt(host, x, y);
  }

  override render(): unknown {
    return this.items.map(item =>
      'section' in item
        ? html`<div class=${item.section === '' ? 'section nameless' : 'section'} role="presentation">
            ${item.section}
          </div>`
        : html`<div
            role=${item.checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
            aria-checked=${item.checked ?? nothing}
            tabindex="-1"
            @click=${() => this.pick(item)}
            @pointermove=${({ currentTarget }: Event) =>
              currentTarget instanceof HTMLElement && currentTarget.focus()}
          >
            ${item.checked === undefined ? nothing : item.checked ? icon('check') : html`<span class="space"></span>`}
            ${item.label}
          </div>`,
    );
  }

  private onKey(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    const items = [...this.renderRoot.querySelectorAll<HTMLElement>('[role^=menuitem]')];
    const at = items.findIndex(item => item.matches(':focus'));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!isPlain) return;
    if (to !== undefined) items.at(to % items.length)?.focus();
    else if (event.key === 'Enter' || event.key === ' ') items[at]?.click();
    else if (event.key === 'Escape' || event.key === 'Tab') this.close();
    else if (/^.$/u.test(event.key)) startingWith(event.key, items, at)?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private pick(item: MenuItem): void {
    this.close();
    item.run();
  }
}

/** The next one whose name begins with a letter. */
function startingWith(letter: string, items: readonly HTMLElement[], at: number): HTMLElement | undefined {
  const inOrder = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  return inOrder.find(item => item.innerText.trim().toLowerCase().startsWith(letter.toLowerCase()));
}
