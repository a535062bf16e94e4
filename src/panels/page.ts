export interface PageParts {
  /** `webview.cspSource`: where VS Code serves the extension's own files from. */
  readonly cspSource: string;
  readonly script: string;
  readonly icons: string;
  readonly nonce: string;
  readonly title: string;
}

/**
 * The page of a webview: one script, one style sheet (the icons), and no network. The id of the link is where
 * the icons of vscode-elements look for their style sheet.
 */
export function pageHtml({ cspSource, script, icons, nonce, title }: PageParts): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource}`,
    `font-src ${cspSource}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" id="vscode-codicon-stylesheet" href="${escaped(icons)}">
<title>${escaped(title)}</title>
</head>
<body>
<script type="module" nonce="${escaped(nonce)}" src="${escaped(script)}"></script>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`);
}
