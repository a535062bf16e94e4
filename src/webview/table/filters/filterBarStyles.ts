import { css } from 'lit';

export const filterBarStyles = css`
  :host {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
    padding: 8px 20px;
  }
  lens-field {
    flex: 1 1 200px;
    max-width: 320px;
  }
  .chips {
    display: contents;
  }
  .filter {
    border-style: dashed;
  }
  .chip.filter .icon {
    color: inherit;
    font-size: 14px;
  }
  .result {
    padding-inline: 8px 6px;
    white-space: nowrap;
    color: var(--vscode-descriptionForeground);
    font-variant-numeric: tabular-nums;
  }
  .tools {
    display: flex;
    align-items: center;
    gap: 2px;
    margin-inline-start: auto;
    margin-inline-end: -6px;
  }
`;
