import { css } from 'lit';

/** Small buttons that are an icon, as in VS Code's toolbars; one that is on is drawn as such. */
export const toolStyles = css`
  .tool {
    display: inline-flex;
    flex: none;
    align-items: center;
    justify-content: center;
    min-width: 22px;
    height: 22px;
    padding: 3px;
    border: 0;
    border-radius: 5px;
    box-sizing: border-box;
    color: inherit;
    background: none;
    font: inherit;
    cursor: pointer;
  }
  .tool:hover {
    background: var(--vscode-toolbar-hoverBackground);
    outline: 1px dashed var(--vscode-toolbar-hoverOutline, transparent);
    outline-offset: -1px;
  }
  .tool:focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }
  .tool[aria-pressed='true'] {
    color: var(--vscode-inputOption-activeForeground);
    background: var(--vscode-inputOption-activeBackground);
    box-shadow: inset 0 0 0 1px var(--vscode-inputOption-activeBorder, transparent);
  }
  .tool[aria-pressed='true'] > .icon {
    color: inherit;
  }
`;
