/** Colours as VS Code gives them to a webview, by the names without `--vscode-`. Only what the pages use. */
export interface Theme {
  readonly className: string;
  readonly colours: Readonly<Record<string, string>>;
}

export const fonts = {
  'font-family': 'system-ui, sans-serif',
  'font-size': '13px',
  'font-weight': 'normal',
  'editor-font-family': 'monospace',
};
