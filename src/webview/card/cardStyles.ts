import { css } from 'lit';

export const cardStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  article {
    max-width: 760px;
    padding: 20px 24px 40px;
  }
  h1,
  h2,
  p,
  dl,
  dd {
    margin: 0;
  }
  h1 {
    display: flex;
    align-items: center;
    gap: 4px;
    font: 600 1.4em/1.3 var(--vscode-editor-font-family);
    overflow-wrap: anywhere;
  }
  .state {
    display: flex;
    align-items: center;
    gap: 6px;
    margin-top: 6px;
    font-weight: 600;
  }
  .origin {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 12px;
    margin-top: 4px;
    color: var(--vscode-descriptionForeground);
  }
  .origin > span {
    min-width: 0;
    overflow-wrap: anywhere;
    unicode-bidi: isolate;
  }
  .actions {
    margin-top: 14px;
  }
  :is(section, .problem) > .actions {
    margin-top: 10px;
  }
  .meaning {
    margin-top: 20px;
  }
  section,
  details {
    margin-top: 20px;
    padding-top: 14px;
    border-top: 1px solid var(--lens-line);
  }
  h2,
  summary {
    font-size: 1em;
    font-weight: 600;
  }
  summary {
    width: fit-content;
    cursor: pointer;
  }
  dl {
    display: grid;
    grid-template-columns: minmax(96px, 152px) minmax(0, 1fr);
    gap: 8px 16px;
    margin-top: 10px;
  }
  dt {
    color: var(--vscode-descriptionForeground);
    line-height: 22px;
    overflow-wrap: anywhere;
    unicode-bidi: isolate;
  }
  dd {
    display: flex;
    align-items: start;
    gap: 4px;
    line-height: 22px;
    min-width: 0;
  }
  .values {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 12px;
    min-width: 0;
    max-height: 264px;
    overflow-y: auto;
  }
  .values > * {
    min-width: 0;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
    unicode-bidi: isolate;
  }
  .code {
    font-family: var(--vscode-editor-font-family);
  }
  .muted,
  .note {
    color: var(--vscode-descriptionForeground);
  }
  .tag {
    padding: 0 8px;
    border: 1px solid var(--lens-border);
    border-radius: 4px;
    line-height: 20px;
  }
  .note {
    grid-column: 2;
    display: flex;
    gap: 6px;
    margin-top: -4px;
  }
  :is(section, details) > .note {
    margin-top: 8px;
  }
  .note .icon {
    margin-top: 1px;
  }
  .problem {
    margin-top: 20px;
    padding: 12px 14px;
    border: 1px solid var(--vscode-inputValidation-warningBorder, var(--lens-border));
    border-radius: 4px;
  }
  .problem.error {
    border-color: var(--vscode-inputValidation-errorBorder, var(--lens-border));
  }
  .problem p + p {
    margin-top: 6px;
  }
  .problem .trace {
    color: var(--vscode-descriptionForeground);
    overflow-wrap: anywhere;
  }
  ul {
    margin: 10px 0 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 12px;
    line-height: 22px;
    overflow-wrap: anywhere;
  }
  .link {
    padding: 0;
    border: 0;
    color: var(--vscode-textLink-foreground);
    background: none;
    font: inherit;
    text-align: start;
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  .link:hover {
    text-decoration: underline;
  }
  :is(.link, summary, .values):focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: 2px;
  }
  @container (max-width: 460px) {
    article {
      padding: 14px 16px 28px;
    }
    dl {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
    dd {
      margin-bottom: 8px;
    }
    .note {
      grid-column: 1;
      margin: -6px 0 8px;
    }
    h1 {
      padding-inline-end: 20px;
      font-size: 1em;
    }
  }
`;
