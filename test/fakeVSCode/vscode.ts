/** What `require('vscode')` gives without VS Code; see index.ts for what tests do with it. */
export { commands, env, extensions, l10n, version } from './api/host';
export { CancellationTokenSource, Disposable, EventEmitter } from './api/events';
export {
  Hover,
  MarkdownString,
  QuickInputButtons,
  TabInputText,
  TabInputWebview,
  TerminalLink,
  ThemeColor,
  ThemeIcon,
  TreeItem,
} from './api/items';
export { LanguageModelTextPart, LanguageModelToolResult, lm } from './api/languageModels';
export {
  ConfigurationTarget,
  FileType,
  InputBoxValidationSeverity,
  ProgressLocation,
  QuickPickItemKind,
  StatusBarAlignment,
  TreeItemCollapsibleState,
  ViewColumn,
} from './api/names';
export { Position, Range, Selection } from './api/documents';
export { FileSystemError } from './api/files';
export { Uri } from './api/uri';
export { languages, window } from './api/window';
export { RelativePattern, workspace } from './api/workspace';
