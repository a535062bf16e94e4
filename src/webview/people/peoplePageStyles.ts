import { css } from 'lit';

export const peoplePageStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100vh;
    container: page / inline-size;
  }
  .charts {
    display: grid;
    grid-auto-columns: minmax(0, 1fr);
    grid-auto-flow: column;
    gap: 8px 24px;
    flex: none;
    height: 176px;
    padding: 8px 12px;
    border-top: 1px solid var(--lens-line);
  }
  .charts > * {
    container: page / inline-size;
  }
  .split {
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    /* Where the editor is too low for all parts the page scrolls, rather than leave no room for rows. */
    flex: 1 0 240px;
    min-height: 0;
    border-top: 1px solid var(--lens-line);
  }
  .split.open {
    grid-template-columns: minmax(0, 1fr) clamp(300px, 32%, 440px);
  }
  aside {
    display: grid;
    position: relative;
    overflow: hidden;
    min-height: 0;
    border-inline-start: 1px solid var(--lens-line);
  }
  aside > .scrolls {
    overflow: auto;
    min-height: 0;
  }
  .close {
    position: absolute;
    inset: 12px 14px auto auto;
    z-index: 1;
    background: var(--vscode-editor-background);
  }
  .reading {
    margin: 20px;
    color: var(--vscode-descriptionForeground);
  }
  @container page (max-width: 720px) {
    .charts {
      grid-auto-flow: row;
      grid-auto-rows: 150px;
      height: auto;
    }
    .split.open {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: minmax(160px, 1fr) minmax(200px, 1fr);
      flex-basis: 440px;
    }
    aside {
      border-inline-start: 0;
      border-top: 1px solid var(--lens-line);
    }
  }
`;
