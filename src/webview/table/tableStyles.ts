import { css } from 'lit';

export const tableStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
    position: relative;
  }
  .scroller {
    flex: 1;
    min-height: 0;
    overflow: auto;
    outline: none;
    /* The table scrolls itself; a focus ring is drawn on the row or column that has the keyboard. */
    overscroll-behavior: contain;
  }
  .header,
  .row {
    display: grid;
    grid-template-columns: var(--lens-columns);
    min-width: max-content;
    width: 100%;
    box-sizing: border-box;
  }
  .header {
    position: sticky;
    top: 0;
    z-index: 1;
    height: 28px;
    border-bottom: 1px solid var(--lens-line);
    background: var(--vscode-editor-background);
    font-weight: 600;
    user-select: none;
  }
  .header.grouped {
    height: 44px;
  }
  .header.grouped > [role='columnheader'] {
    padding-top: 16px;
  }
  .group {
    position: absolute;
    inset: 4px 12px auto;
    color: var(--vscode-descriptionForeground);
    font-weight: normal;
  }
  [role='columnheader']:first-child > .group {
    inset-inline-start: 20px;
  }
  .body {
    position: relative;
    min-width: max-content;
  }
  .row {
    position: absolute;
    inset-inline: 0;
    height: 24px;
    cursor: default;
  }
  [role='columnheader'],
  [role='gridcell'] {
    display: flex;
    align-items: center;
    gap: 6px;
    min-width: 0;
    padding: 0 12px;
    box-sizing: border-box;
    position: relative;
  }
  :is([role='columnheader'], [role='gridcell']):first-child {
    padding-inline-start: 20px;
  }
  [role='columnheader'] {
    cursor: pointer;
  }
  [role='columnheader']:hover {
    background: var(--vscode-list-hoverBackground);
  }
  .grip {
    position: absolute;
    inset: 0 -4px 0 auto;
    width: 8px;
    cursor: col-resize;
    z-index: 1;
  }
  .grip::after {
    content: '';
    position: absolute;
    inset: 6px 3px;
    border-inline-start: 1px solid var(--lens-line);
  }
  .grip:hover::after {
    border-color: var(--vscode-sash-hoverBorder, var(--vscode-focusBorder));
    inset-block: 0;
  }
  .more {
    display: inline-flex;
    margin-inline-start: auto;
    border-radius: 4px;
    visibility: hidden;
  }
  .more > .icon {
    color: inherit;
  }
  [role='columnheader']:is(:hover, .active) > .more,
  .more.filtered {
    visibility: visible;
  }
  .more:hover {
    background: var(--vscode-toolbar-hoverBackground);
  }
  .more.filtered {
    color: var(--vscode-textLink-foreground);
  }
  .spread {
    position: absolute;
    inset: auto 12px 1px;
    width: calc(100% - 24px);
    height: 3px;
    fill: var(--vscode-charts-blue);
    opacity: 0.75;
  }
  .spread > .odd {
    opacity: 0.55;
  }
  .frozen {
    z-index: 2;
    background: var(--vscode-editor-background);
  }
  [role='gridcell'].frozen {
    position: sticky;
    z-index: 1;
  }
  .f0 {
    left: 0;
  }
  .f1 {
    left: var(--lens-left-1);
  }
  .f2 {
    left: var(--lens-left-2);
  }
  .f3 {
    left: var(--lens-left-3);
  }
  .f4 {
    left: var(--lens-left-4);
  }
  .f5 {
    left: var(--lens-left-5);
  }
  .f6 {
    left: var(--lens-left-6);
  }
  .f7 {
    left: var(--lens-left-7);
  }
  .f8 {
    left: var(--lens-left-8);
  }
  [role='columnheader'].frozen {
    position: sticky;
  }
  .row:hover > .frozen {
    background:
      linear-gradient(var(--vscode-list-hoverBackground), var(--vscode-list-hoverBackground)),
      var(--vscode-editor-background);
  }
  .row[aria-selected='true'] > .frozen {
    background:
      linear-gradient(
        var(--vscode-list-inactiveSelectionBackground),
        var(--vscode-list-inactiveSelectionBackground)
      ),
      var(--vscode-editor-background);
  }
  .scroller:focus .row[aria-selected='true'] > .frozen {
    background:
      linear-gradient(
        var(--vscode-list-activeSelectionBackground),
        var(--vscode-list-activeSelectionBackground)
      ),
      var(--vscode-editor-background);
  }
  .outcome {
    display: inline-flex;
  }
  .text {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: pre;
    unicode-bidi: isolate;
  }
  .tag {
    display: inline-block;
    margin-inline-end: 4px;
    padding: 0 6px;
    border: 1px solid var(--lens-border);
    border-radius: 4px;
    line-height: 16px;
    unicode-bidi: isolate;
  }
  .row[aria-selected='true'] .tag {
    border-color: currentColor;
  }
  .number {
    margin-inline-start: auto;
    font-variant-numeric: tabular-nums;
    color: var(--vscode-descriptionForeground);
  }
  .code {
    font-family: var(--vscode-editor-font-family);
  }
  /* Shift and a click pick rows, not their text. */
  .row {
    user-select: none;
  }
  .row:hover {
    color: var(--vscode-list-hoverForeground);
    background: var(--vscode-list-hoverBackground);
  }
  .row[aria-selected='true'] {
    color: var(--vscode-list-inactiveSelectionForeground);
    background: var(--vscode-list-inactiveSelectionBackground);
    outline: 1px dotted var(--vscode-contrastActiveBorder, transparent);
    outline-offset: -1px;
  }
  .scroller:focus .row[aria-selected='true'] {
    color: var(--vscode-list-activeSelectionForeground);
    background: var(--vscode-list-activeSelectionBackground);
  }
  .row[aria-selected='true'] :is(.icon, .number) {
    color: inherit;
  }
  .row.active {
    outline: 1px dashed
      var(
        --vscode-contrastActiveBorder,
        var(--vscode-list-inactiveFocusOutline, var(--vscode-descriptionForeground))
      );
    outline-offset: -1px;
  }
  .scroller:focus-visible :is(.row, [role='columnheader']).active {
    outline: 1px solid var(--vscode-list-focusOutline, var(--vscode-focusBorder));
    outline-offset: -1px;
  }
  .empty {
    position: absolute;
    inset: 64px 24px auto;
    text-align: center;
    color: var(--vscode-descriptionForeground);
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 0;
    padding: 4px 20px;
    border-top: 1px solid var(--lens-line);
    color: var(--vscode-descriptionForeground);
    font-variant-numeric: tabular-nums;
  }
  .foot > span:first-child {
    color: var(--vscode-foreground);
  }
  .foot > span:not(:first-child)::before {
    content: '·';
    margin: 0 8px;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 16px;
    margin-inline-start: auto;
  }
  :is(.empty, .acts) > button {
    padding: 0;
    border: 0;
    color: var(--vscode-textLink-foreground);
    background: none;
    font: inherit;
    cursor: pointer;
  }
  :is(.empty, .acts) > button:hover {
    text-decoration: underline;
  }
  :is(.empty, .acts) > button:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: 2px;
  }
`;
