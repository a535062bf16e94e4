import { l10n } from 'vscode';

import { type EnteredRelay } from '../../../accounts';
import { ask, back } from '../../../ui/asking/steps';
import { hostOfAddress } from '../../../ui/texts/credentialTexts';
import { headerIn, headerRefusal } from './serverShape';

/** Asks for the header that the relay at `origin` wants to see; `undefined` where it wants none. */
export async function enterRelay(
  title: string,
  origin: string,
  start: EnteredRelay | undefined,
): Promise<EnteredRelay | undefined | typeof back> {
  const answer = await ask(
    {
      title,
      prompt: l10n.t(
        'Header that the relay {0} wants to see, like X-Relay-Key: …. It is kept like an AppSecret, and sent to this host alone. Leave it empty where there is none.',
        hostOfAddress(origin),
      ),
      masked: true,
      value: start ? `${start.name}: ${start.value}` : '',
      check: headerRefusal,
    },
    // With a way back to where it was asked for.
    2,
    2,
  );
  if (typeof answer !== 'string') return back;
  const header = headerIn(answer);
  return header && { origin, ...header };
}
