import { css } from 'lit';

export const comparisonStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  article {
    max-width: 980px;
    padding: 20px 24px 40px;
  }
  h1,
  h2,
  p,
  ul,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  h1 {
    font-size: 1.4em;
    font-weight: 600;
    line-height: 1.3;
  }
  h2 {
    font-size: 1em;
    font-weight: 600;
  }
  :is(h1, h2, .origin > span, .side *, .note, td, dt, dd) {
    min-width: 0;
    overflow-wrap: anywhere;
    unicode-bidi: isolate;
  }
  .origin {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 12px;
    margin-top: 4px;
    color: var(--vscode-descriptionForeground);
  }
  .picture {
    display: grid;
    grid-template-columns: minmax(120px, 250px) minmax(0, 1fr);
    gap: 0 20px;
    margin-top: 18px;
    padding: 14px 0;
    border-block: 1px solid var(--lens-line);
  }
  .sides {
    display: grid;
    grid-template-rows: 1fr 1fr;
    gap: 8px;
  }
  .side:last-child {
    align-self: end;
  }
  .side p {
    color: var(--vscode-descriptionForeground);
  }
  svg {
    width: 100%;
    height: 96px;
    align-self: center;
  }
  .bar {
    stroke: var(--vscode-contrastBorder, transparent);
    vector-effect: non-scaling-stroke;
  }
  .flow {
    opacity: 0.28;
  }
  .came {
    --lens-part: var(--vscode-charts-green, currentColor);
  }
  .left {
    --lens-part: var(--vscode-charts-red, var(--vscode-errorForeground, currentColor));
  }
  .changed {
    --lens-part: var(--vscode-charts-orange, var(--vscode-charts-yellow, currentColor));
  }
  .stayed {
    --lens-part: var(--vscode-charts-blue, currentColor);
  }
  :is(.onlyBefore, .onlyAfter) {
    --lens-part: var(--vscode-descriptionForeground);
  }
  :is(.bar, .flow) {
    fill: var(--lens-part);
  }
  dl {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 20px;
    margin-top: 12px;
  }
  dl > div {
    display: flex;
    gap: 6px;
  }
  dt {
    color: var(--vscode-descriptionForeground);
  }
  dd {
    font-variant-numeric: tabular-nums;
  }
  .note {
    margin-top: 10px;
    color: var(--vscode-descriptionForeground);
  }
  [role='tablist'] {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
    margin-top: 18px;
    border-bottom: 1px solid var(--lens-line);
  }
  [role='tab'] {
    display: flex;
    align-items: center;
    gap: 7px;
    padding: 7px 12px;
    border: 0;
    border-bottom: 2px solid transparent;
    background: none;
    color: var(--vscode-descriptionForeground);
    font: inherit;
    cursor: pointer;
  }
  [role='tab']:hover,
  [role='tab'][aria-selected='true'] {
    color: var(--vscode-foreground);
  }
  [role='tab'][aria-selected='true'] {
    border-bottom-color: var(--vscode-panelTitle-activeBorder, var(--vscode-focusBorder));
  }
  [role='tab']:focus-visible,
  [role='tabpanel']:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }
  .dot {
    width: 10px;
    height: 10px;
    border: 1px solid var(--vscode-contrastBorder, transparent);
    border-radius: 2px;
    background: var(--lens-part);
  }
  .count {
    font-variant-numeric: tabular-nums;
    font-weight: 600;
  }
  [role='tabpanel'] {
    padding-top: 12px;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
  }
  .head p {
    flex: 1 1 240px;
    color: var(--vscode-descriptionForeground);
  }
  .actions {
    align-items: center;
  }
  table {
    width: 100%;
    margin-top: 10px;
    border-collapse: collapse;
    line-height: 1.5;
  }
  th {
    padding: 4px 12px 4px 0;
    color: var(--vscode-descriptionForeground);
    font-weight: normal;
    text-align: start;
  }
  td {
    padding: 4px 12px 4px 0;
    border-top: 1px solid var(--lens-line);
    vertical-align: top;
  }
  th.number,
  td.number {
    width: 1%;
    color: var(--vscode-descriptionForeground);
    font-variant-numeric: tabular-nums;
    text-align: end;
    white-space: nowrap;
  }
  .openid {
    font-family: var(--vscode-editor-font-family);
    text-align: start;
    overflow-wrap: anywhere;
  }
  .change + .change {
    margin-top: 2px;
  }
  .change span {
    color: var(--vscode-descriptionForeground);
  }
  @container (max-width: 560px) {
    article {
      padding: 14px 16px 28px;
    }
    .picture {
      grid-template-columns: minmax(0, 1fr);
      gap: 10px;
    }
    .sides {
      grid-template-rows: auto;
    }
    [role='tab'] {
      padding: 6px 8px;
    }
  }
`;
