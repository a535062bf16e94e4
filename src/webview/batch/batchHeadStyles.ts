import { css } from 'lit';

export const batchHeadStyles = css`
  :host {
    display: block;
    padding: 10px 20px 0;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 6px 24px;
  }
  .title {
    flex: 1 1 240px;
    min-width: 0;
  }
  h1 {
    margin: 0;
    overflow: hidden;
    font-size: 1.2em;
    font-weight: 600;
    line-height: 1.3;
    text-overflow: ellipsis;
    white-space: nowrap;
    unicode-bidi: isolate;
    outline: none;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    margin: 2px 0 0 -16px;
    /* Each fact has a point before it; those at the beginning of a line are cut away. */
    clip-path: inset(0 0 0 16px);
    color: var(--vscode-descriptionForeground);
  }
  .facts > span {
    max-width: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .facts > span::before {
    content: '·';
    display: inline-block;
    width: 16px;
    text-align: center;
  }
  .track {
    height: 2px;
    margin-top: 8px;
    background: var(--lens-line);
  }
  .track.over {
    visibility: hidden;
  }
  .done {
    height: 100%;
    background: var(--vscode-progressBar-background);
  }
  lens-note {
    margin-top: 6px;
  }
`;
