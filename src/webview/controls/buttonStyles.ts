import { css } from 'lit';

/**
 * Secondary buttons as VS Code draws them. The high-contrast themes leave some of these colours undefined, and
 * the component would fall back to those of a dark theme. A custom property cannot refer to itself, hence the
 * names in between.
 */
export const buttonStyles = css`
  .actions {
    --lens-button-background: var(--vscode-button-secondaryBackground, transparent);
    --lens-button-hover: var(--vscode-button-secondaryHoverBackground, transparent);
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: 6px 8px;
  }
  .actions > vscode-button[secondary] {
    --vscode-button-secondaryBackground: var(--lens-button-background);
    --vscode-button-secondaryHoverBackground: var(--lens-button-hover);
    --vscode-button-border: var(--vscode-button-secondaryBorder, var(--vscode-contrastBorder, transparent));
  }
`;
