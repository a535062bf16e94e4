import { MarkdownString } from 'vscode';

import { type CommandId, commands } from '../manifest';

const linked: readonly CommandId[] = [
  commands.openProfile,
  commands.copyOpenid,
  commands.copyUnionid,
  commands.copyProfile,
  commands.explainError,
];

/** Characters of a value; the profile page has the rest. */
const longest = 600;

/** An empty card: no HTML, no icons, and links to these commands of ours alone. */
export function newCard(): MarkdownString {
  const card = new MarkdownString('', false);
  card.isTrusted = { enabledCommands: linked };
  return card;
}

/** Text from WeChat or from people, as text: escaped, on one line, and without marks that turn its direction. */
export function appendPlain(card: MarkdownString, text: string): void {
  const line = text
    .replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
  const escaped = new MarkdownString().appendText(
    line.length > longest ? `${line.slice(0, longest)}…` : line,
  );
  // VS Code makes every space a hard one, and lines then break within words.
  card.appendMarkdown(escaped.value.replaceAll('&nbsp;', ' '));
}

/** A link that runs a command. Brackets would end it. */
export function commandLink(label: string, command: CommandId, argument: object): string {
  const query = encodeURIComponent(JSON.stringify([argument])).replace(
    /[()']/g,
    bracket => `%${bracket.charCodeAt(0).toString(16)}`,
  );
  return `[${label}](command:${command}?${query})`;
}
