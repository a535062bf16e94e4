import { css } from 'lit';

export const reportStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  article {
    max-width: 860px;
    padding: 20px 24px 40px;
  }
  h1,
  h2,
  p,
  dl,
  dd,
  ol,
  pre {
    margin: 0;
  }
  h1 {
    font-size: 1.4em;
    font-weight: 600;
    line-height: 1.3;
    overflow-wrap: anywhere;
    outline: none;
  }
  .origin {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 12px;
    margin-top: 4px;
    color: var(--vscode-descriptionForeground);
  }
  :is(.origin > span, .title, .state, .found > p, dt, dd, .summary > span) {
    min-width: 0;
    overflow-wrap: anywhere;
    unicode-bidi: isolate;
  }
  .summary {
    display: flex;
    align-items: start;
    gap: 8px;
    min-height: 20px;
    margin-top: 14px;
    font-weight: 600;
  }
  .summary[hidden] {
    display: none;
  }
  .summary .icon,
  li > .icon {
    margin-top: 2px;
  }
  .actions {
    margin-top: 10px;
  }
  ol {
    margin-top: 18px;
    padding: 0;
    list-style: none;
  }
  li {
    display: grid;
    grid-template-columns: 16px minmax(96px, 168px) minmax(0, 1fr) auto;
    gap: 0 10px;
    padding: 8px 0;
    border-top: 1px solid var(--lens-line);
    line-height: 1.45;
  }
  .title {
    font-weight: 600;
  }
  .found .actions {
    margin-top: 8px;
  }
  .state,
  .found,
  :is(.waiting, .skipped) .title {
    color: var(--vscode-descriptionForeground);
  }
  :is(.waiting, .skipped) .title {
    font-weight: normal;
  }
  :is(.fail, .warn) :is(.found, .state) {
    color: var(--vscode-foreground);
  }
  .icon.sync {
    animation: turn 1.5s steps(30) infinite;
  }
  @keyframes turn {
    to {
      transform: rotate(360deg);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .icon.sync {
      animation: none;
    }
  }
  :host-context(body.vscode-reduce-motion) .icon.sync {
    animation: none;
  }
  dl {
    display: grid;
    grid-template-columns: minmax(96px, 152px) minmax(0, 1fr);
    gap: 8px 16px;
    margin-top: 18px;
    padding-top: 14px;
    border-top: 1px solid var(--lens-line);
  }
  dt {
    color: var(--vscode-descriptionForeground);
  }
  .table {
    margin-top: 20px;
    overflow-x: auto;
  }
  .table:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: 2px;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    line-height: 1.45;
  }
  th {
    padding: 0 16px 6px 0;
    color: var(--vscode-descriptionForeground);
    font-weight: normal;
    text-align: start;
    white-space: nowrap;
  }
  td {
    padding: 4px 16px 4px 0;
    border-top: 1px solid var(--lens-line);
    vertical-align: top;
    overflow-wrap: anywhere;
    unicode-bidi: isolate;
  }
  td:first-child {
    width: 16px;
    padding-inline-end: 8px;
  }
  thead td {
    border-top: 0;
  }
  td.code {
    font-family: var(--vscode-editor-font-family);
    white-space: nowrap;
  }
  :is(tr.waiting, tr.skipped) td {
    color: var(--vscode-descriptionForeground);
  }
  .note {
    margin-top: 8px;
    color: var(--vscode-descriptionForeground);
  }
  section {
    margin-top: 20px;
  }
  h2 {
    font-size: 1em;
    font-weight: 600;
  }
  pre {
    margin-top: 8px;
    padding: 10px 12px;
    border: 1px solid var(--lens-line);
    border-radius: 4px;
    background: var(--vscode-textCodeBlock-background);
    font: var(--vscode-editor-font-size) / 1.5 var(--vscode-editor-font-family);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  pre:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
  }
  @container (max-width: 560px) {
    article {
      padding: 14px 16px 28px;
    }
    li {
      grid-template-columns: 16px minmax(0, 1fr) auto;
    }
    .found {
      grid-row: 2;
      grid-column: 2 / -1;
    }
    dl {
      grid-template-columns: minmax(0, 1fr);
      gap: 2px;
    }
    dd {
      margin-bottom: 8px;
    }
  }
`;
