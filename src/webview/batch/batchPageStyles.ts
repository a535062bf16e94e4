import { css } from 'lit';

export const batchPageStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100vh;
    container: page / inline-size;
  }
  .charts {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: 8px 24px;
    flex: none;
    height: 132px;
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
    /* Over the corner of the profile: a float would make all of that narrower. */
    position: absolute;
    inset: 8px 14px auto auto;
    z-index: 1;
    background: var(--vscode-editor-background);
  }
  .reading {
    margin: 20px;
    color: var(--vscode-descriptionForeground);
  }
  @media (max-height: 700px) {
    .charts {
      height: 114px;
    }
  }
  @container page (max-width: 720px) {
    .charts {
      grid-template-columns: minmax(0, 1fr);
      height: auto;
      grid-template-rows: 114px 114px;
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
  .charts.none {
    grid-template-rows: auto;
    height: auto;
  }
`;
