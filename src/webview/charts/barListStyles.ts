import { css } from 'lit';

/** Bars below each other, each a filter: what it stands for, its length, and how many it counts. */
export const barListStyles = css`
  .bars {
    display: grid;
    align-content: start;
    overflow: hidden auto;
  }
  [role='option'] {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
    align-items: center;
    column-gap: 12px;
    height: 22px;
    padding: 0 8px;
    border-radius: 4px;
    cursor: pointer;
  }
  .label {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    unicode-bidi: isolate;
  }
  svg {
    display: block;
  }
  .length {
    width: 100%;
    height: 10px;
  }
  .count {
    text-align: end;
    font-variant-numeric: tabular-nums;
    color: var(--vscode-descriptionForeground);
  }
  [role='option']:hover {
    background: var(--vscode-list-hoverBackground);
  }
  [role='option'][aria-selected='true'] {
    color: var(--vscode-list-inactiveSelectionForeground);
    background: var(--vscode-list-inactiveSelectionBackground);
    outline: 1px solid var(--vscode-contrastActiveBorder, transparent);
    outline-offset: -1px;
    font-weight: 600;
  }
  [aria-selected='true'] > .count {
    color: inherit;
  }
  [role='option']:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }
`;
