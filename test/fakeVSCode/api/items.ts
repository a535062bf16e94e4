import type * as vscode from 'vscode';

export class ThemeColor implements vscode.ThemeColor {
  constructor(readonly id: string) {}
}

export class ThemeIcon implements vscode.ThemeIcon {
  static readonly File = new ThemeIcon('file');
  static readonly Folder = new ThemeIcon('folder');

  constructor(
    readonly id: string,
    readonly color?: ThemeColor,
  ) {}
}

/** Has, as VS Code's, only the properties that were set. */
export class TreeItem implements vscode.TreeItem {
  declare label?: string | vscode.TreeItemLabel;
  declare resourceUri?: vscode.Uri;
  declare collapsibleState?: vscode.TreeItemCollapsibleState;
  declare id?: string;
  declare iconPath?: vscode.IconPath;
  declare description?: string | boolean;
  declare tooltip?: string | vscode.MarkdownString;
  declare command?: vscode.Command;
  declare contextValue?: string;
  declare accessibilityInformation?: vscode.AccessibilityInformation;

  constructor(labelOrUri: string | vscode.TreeItemLabel | vscode.Uri, collapsibleState = 0) {
    if (typeof labelOrUri === 'string' || 'label' in labelOrUri) this.label = labelOrUri;
    else this.resourceUri = labelOrUri;
    this.collapsibleState = collapsibleState;
  }
}

export const QuickInputButtons = {
  Back: { iconPath: new ThemeIcon('quick-input-back'), tooltip: 'Back' },
} satisfies Pick<typeof vscode.QuickInputButtons, 'Back'>;

export class MarkdownString implements vscode.MarkdownString {
  isTrusted?: vscode.MarkdownString['isTrusted'];
  supportHtml?: boolean;
  baseUri?: vscode.Uri;

  constructor(
    public value = '',
    public supportThemeIcons = false,
  ) {}

  /** Text becomes text: marks are escaped, and spaces and line breaks are kept. */
  appendText(text: string): this {
    const escaped = text
      .replace(/[\\`*_{}[\]()#+\-!~]/g, '\\$&')
      .replace(/([ \t]+)/g, blanks => '&nbsp;'.repeat(blanks.length))
      .replace(/>/gm, '\\>')
      .replace(/\n/g, '\n\n');
    return this.appendMarkdown(escaped);
  }

  appendMarkdown(markdown: string): this {
    this.value += markdown;
    return this;
  }

  appendCodeblock(code: string, language = ''): this {
    return this.appendMarkdown(`\n\`\`\`${language}\n${code}\n\`\`\`\n`);
  }
}

export class Hover implements vscode.Hover {
  contents: vscode.MarkdownString[];

  constructor(
    contents: vscode.MarkdownString,
    readonly range?: vscode.Range,
  ) {
    this.contents = [contents];
  }
}

export class TerminalLink implements vscode.TerminalLink {
  constructor(
    public startIndex: number,
    public length: number,
    public tooltip?: string,
  ) {}
}

export class TabInputText implements vscode.TabInputText {
  constructor(readonly uri: vscode.Uri) {}
}

export class TabInputWebview implements vscode.TabInputWebview {
  constructor(readonly viewType: string) {}
}
