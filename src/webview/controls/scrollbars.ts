import { css } from 'lit';

/**
 * Scrollbars as VS Code's own lists have them. VS Code styles those of a webview's document only, and
 * `scrollbar-color`, which it sets and which inherits, would win over these rules.
 */
export const scrollbars = css`
  :is(html, .scrolls) {
    scrollbar-color: auto;
  }
  :is(html, .scrolls)::-webkit-scrollbar {
    width: 10px;
    height: 10px;
  }
  :is(html, .scrolls)::-webkit-scrollbar-thumb {
    background: var(--vscode-scrollbarSlider-background);
    border: 0 solid var(--vscode-contrastBorder, transparent);
  }
  :is(html, .scrolls)::-webkit-scrollbar-thumb:hover {
    background: var(--vscode-scrollbarSlider-hoverBackground);
  }
  :is(html, .scrolls)::-webkit-scrollbar-thumb:active {
    background: var(--vscode-scrollbarSlider-activeBackground);
  }
  :is(html, .scrolls)::-webkit-scrollbar-corner {
    background: transparent;
  }
`;
