import { css } from 'lit';

/** The page around the components. VS Code gives a webview's body a padding and its colours. */
export const pageStyles = css`
  body {
    padding: 0;
    /* A webview is transparent: without a colour of its own nobody can tell the contrast of its text. */
    background: var(--vscode-editor-background);
    color: var(--vscode-foreground);
    font: var(--vscode-font-weight) var(--vscode-font-size) / 1.4 var(--vscode-font-family);
  }
  .gone {
    margin: 20vh auto 0;
    max-width: 40em;
    padding: 0 24px;
    color: var(--vscode-descriptionForeground);
    text-align: center;
  }
`;
