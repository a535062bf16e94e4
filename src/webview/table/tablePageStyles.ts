import { css } from 'lit';

export const tablePageStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100vh;
    container: page / inline-size;
  }
  .charts {
    display: grid;
    gap: 8px 24px;
    flex: none;
    padding: 8px 12px;
    border-top: 1px solid var(--lens-line);
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
    grid-template-columns: minmax(0, 1fr) clamp(320px, 34%, 480px);
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
    /* Over the corner of what it closes: a float would make all of that narrower. */
    position: absolute;
    inset: 8px 14px auto auto;
    z-index: 1;
    background: var(--vscode-editor-background);
  }
  .reading {
    margin: 20px;
    color: var(--vscode-descriptionForeground);
  }
  @container page (max-width: 720px) {
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
