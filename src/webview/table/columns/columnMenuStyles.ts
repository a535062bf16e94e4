import { css } from 'lit';

export const columnMenuStyles = css`
  :host {
    width: 264px;
  }
  .group + .group {
    margin-top: 4px;
    padding-top: 4px;
    border-top: 1px solid var(--vscode-menu-separatorBackground, var(--lens-border));
  }
  .item {
    display: flex;
    align-items: center;
    justify-content: space-between;
    width: 100%;
    padding: 0 8px;
    border: 0;
    border-radius: 4px;
    color: inherit;
    background: none;
    font: inherit;
    line-height: 24px;
    text-align: start;
    cursor: pointer;
    outline: 1px solid transparent;
    outline-offset: -1px;
  }
  .item:is(:hover, :focus) {
    color: var(--vscode-menu-selectionForeground);
    background: var(--vscode-menu-selectionBackground);
    outline-color: var(--vscode-menu-selectionBorder, transparent);
  }
  .item .icon {
    color: inherit;
  }
  .filters {
    display: grid;
    gap: 6px;
  }
  .filters > :not(.item) {
    margin-inline: 4px;
  }
  .test {
    display: flex;
    gap: 6px;
  }
  .test > lens-field {
    flex: 1;
  }
  select,
  input[type='date'] {
    height: 26px;
    box-sizing: border-box;
    padding: 0 4px;
    border: 1px solid var(--vscode-dropdown-border, var(--lens-border));
    border-radius: 4px;
    color: var(--vscode-dropdown-foreground, var(--vscode-input-foreground));
    background: var(--vscode-dropdown-background, var(--vscode-input-background));
    font: inherit;
    color-scheme: inherit;
  }
  :is(select, input):focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }
  :host-context(.vscode-dark),
  :host-context(.vscode-high-contrast:not(.vscode-high-contrast-light)) {
    color-scheme: dark;
  }
  .date {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
  }
  .values {
    max-height: 208px;
    overflow: hidden auto;
  }
  .value {
    display: flex;
    align-items: center;
    gap: 6px;
    padding: 0 4px;
    border-radius: 4px;
    line-height: 24px;
    cursor: pointer;
  }
  .value:hover {
    background: var(--vscode-list-hoverBackground);
  }
  .value > input {
    flex: none;
    margin: 0;
    accent-color: var(--vscode-button-background, var(--vscode-focusBorder));
  }
  .name {
    flex: 1;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    unicode-bidi: isolate;
  }
  .count {
    font-variant-numeric: tabular-nums;
    opacity: 0.8;
  }
  .values > p {
    margin: 4px;
    opacity: 0.85;
  }
`;
