import { css } from 'lit';

/** The page around the components. VS Code gives a webview's body a padding and its colours. */
export const pageStyles = css`
  html {
    /* Many themes, VS Code's own among them, have no colour for the borders of widgets. */
    --lens-border: var(
      --vscode-widget-border,
      var(--vscode-contrastBorder, color-mix(in srgb, var(--vscode-foreground) 24%, transparent))
    );
    /* Between the parts of a page, where less is enough. */
    --lens-line: var(
      --vscode-widget-border,
      var(--vscode-contrastBorder, color-mix(in srgb, var(--vscode-foreground) 12%, transparent))
    );
  }
  body {
    margin: 0;
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
