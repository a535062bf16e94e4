import { css } from 'lit';

export const chartStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
  }
  h2 {
    display: flex;
    justify-content: space-between;
    gap: 12px;
    margin: 0 0 6px;
    padding: 0 8px;
    font-size: 1em;
    font-weight: 600;
  }
  h2 > span {
    font-weight: normal;
    color: var(--vscode-descriptionForeground);
  }
  .bar {
    fill: var(--vscode-charts-blue);
    stroke: var(--vscode-contrastBorder, transparent);
    vector-effect: non-scaling-stroke;
  }
  .none {
    margin: 0;
    padding: 0 8px;
    color: var(--vscode-descriptionForeground);
  }
`;
