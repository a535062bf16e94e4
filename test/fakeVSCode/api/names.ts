import type * as vscode from 'vscode';

// Enumerations, with VS Code's own numbers.

export const ConfigurationTarget = { Global: 1, Workspace: 2, WorkspaceFolder: 3 } as const satisfies Numbers<
  typeof vscode.ConfigurationTarget
>;

export const FileType = { Unknown: 0, File: 1, Directory: 2, SymbolicLink: 64 } as const satisfies Numbers<
  typeof vscode.FileType
>;

export const InputBoxValidationSeverity = { Info: 1, Warning: 2, Error: 3 } as const satisfies Numbers<
  typeof vscode.InputBoxValidationSeverity
>;

export const ProgressLocation = { SourceControl: 1, Window: 10, Notification: 15 } as const satisfies Numbers<
  typeof vscode.ProgressLocation
>;

export const QuickPickItemKind = { Separator: -1, Default: 0 } as const satisfies Numbers<
  typeof vscode.QuickPickItemKind
>;

export const StatusBarAlignment = { Left: 1, Right: 2 } as const satisfies Numbers<
  typeof vscode.StatusBarAlignment
>;

export const TreeItemCollapsibleState = { None: 0, Collapsed: 1, Expanded: 2 } as const satisfies Numbers<
  typeof vscode.TreeItemCollapsibleState
>;

export const ViewColumn = {
  ...{ Active: -1, Beside: -2 },
  ...{ One: 1, Two: 2, Three: 3, Four: 4, Five: 5, Six: 6, Seven: 7, Eight: 8, Nine: 9 },
} as const satisfies Numbers<typeof vscode.ViewColumn>;

type Numbers<Enumeration> = { readonly [Name in keyof Enumeration]: number };
