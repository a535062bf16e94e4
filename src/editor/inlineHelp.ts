import {
  commands as vscodeCommands,
  type Disposable,
  l10n,
  languages,
  TerminalLink,
  type TerminalLinkContext,
  window,
} from 'vscode';

import { commands } from '../manifest';
import { withoutColours } from '../openids';
import { byHand } from '../ui/asking/byHand';
import { lazily } from '../ui/lazily';
import { setting } from '../ui/settings';
import { type HoverCards } from './hoverCards';

/** An openid printed in a terminal. */
class OpenidLink extends TerminalLink {
  constructor(
    start: number,
    readonly openid: string,
  ) {
    super(start, openid.length, l10n.t('Look Up OpenID'));
  }
}

/** The usual shape. Without a capital letter it is a long file or branch name that happens to have it. */
const openidWord = /(?<![\w-])o(?=[a-z\d_-]*[A-Z])[\w-]{27}(?![\w-])/g;

export function openidLinks({ line }: Pick<TerminalLinkContext, 'line'>): OpenidLink[] {
  return [...withoutColours(line).matchAll(openidWord)].map(
    ({ index, 0: openid }) => new OpenidLink(index, openid),
  );
}

/** Cards in any editor and links in any terminal. The code of the cards is loaded at the first hover. */
export function registerInlineHelp(load: () => Promise<HoverCards>): Disposable[] {
  const cards = lazily(load);
  return [
    languages.registerHoverProvider('*', {
      async provideHover(document, position) {
        if (!setting('hover.enabled', document)) return undefined;
        return (await cards()).at(document, position);
      },
    }),
    window.registerTerminalLinkProvider({
      provideTerminalLinks: openidLinks,
      handleTerminalLink: ({ openid }: OpenidLink) =>
        vscodeCommands.executeCommand(commands.lookup, byHand({ openid })),
    }),
  ];
}
