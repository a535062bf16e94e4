import { css, html, type TemplateResult } from 'lit';

/**
 * Code points of the codicons in use. The page links the font; drawing the glyphs here spares every component
 * a copy of the icon style sheet, which would come late and flicker in rows that are built while scrolling.
 */
export const glyphs = {
  'arrow-down': 0xea9a,
  'arrow-up': 0xeaa1,
  check: 0xeab2,
  'chevron-down': 0xeab4,
  'chevron-up': 0xeab7,
  'circle-slash': 0xeabd,
  clockface: 0xec75,
  close: 0xea76,
  copy: 0xebcc,
  error: 0xea87,
  filter: 0xeaf1,
  graph: 0xeb03,
  info: 0xea74,
  pass: 0xeba4,
  question: 0xeb32,
  search: 0xea6d,
  'settings-gear': 0xeb51,
  sync: 0xea77,
  warning: 0xea6c,
} as const;

export type IconName = keyof typeof glyphs;

/** A picture only: the text beside it says the same. */
export function icon(name: IconName): TemplateResult {
  return html`<span class="icon ${name}" aria-hidden="true">${String.fromCharCode(glyphs[name])}</span>`;
}

export const iconStyles = css`
  .icon {
    flex: none;
    display: inline-block;
    width: 16px;
    font: normal 16px/1 codicon;
    text-align: center;
    user-select: none;
    color: var(--vscode-icon-foreground);
  }
  .icon.pass {
    color: var(--vscode-charts-green);
  }
  .icon.error {
    color: var(--vscode-problemsErrorIcon-foreground);
  }
  .icon.warning {
    color: var(--vscode-problemsWarningIcon-foreground);
  }
  .icon.info {
    color: var(--vscode-problemsInfoIcon-foreground);
  }
  .icon.question,
  .icon.clockface,
  .icon.circle-slash {
    color: var(--vscode-descriptionForeground);
  }
`;
