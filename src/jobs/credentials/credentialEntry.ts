import { l10n, type QuickPickItem, window } from 'vscode';

import { type CredentialKind, type EnteredCredential } from '../../accounts';
import { credentialLabel } from '../../ui/texts/credentialTexts';
import { ask, back, Cancelled, other } from '../../ui/asking/steps';
import { cleanCredential, secretAdvice } from './credentialShape';
import { addressAdvice, addressRefusal, headerIn, headerRefusal } from './serverShape';
import { cleanToken, tokenAdvice, tokenRefusal } from './tokenShape';

/** Where in a wizard the boxes stand, and what the first of them says of an AppSecret. */
export interface EntryPlace {
  readonly title: string;
  readonly step: number;
  readonly total: number;
  readonly secretPrompt: string;
}

type Of<Kind extends CredentialKind> = Extract<EnteredCredential, { kind: Kind }>;
type Answer = EnteredCredential | typeof back | typeof other;

/** Asks for a credential: an AppSecret to begin with, or what a button in the box's title leads to. */
export async function enterCredential(
  place: EntryPlace,
  start: EnteredCredential,
): Promise<EnteredCredential | typeof back> {
  let entered = start;
  for (;;) {
    const answer = await askFor(place, entered);
    if (answer !== other) return answer;
    entered = blank(await pickKind(place.title, entered.kind));
    if (entered.kind === 'none') return entered;
  }
}

/** Asks for one of the four kinds. */
export async function pickKind(title: string, now: CredentialKind): Promise<CredentialKind> {
  const items = (['appSecret', 'tokenServer', 'accessToken', 'none'] as const).map(
    (kind): QuickPickItem & { readonly of: CredentialKind } => ({
      of: kind,
      label: credentialLabel(kind),
      detail: detailOf(kind),
      ...(kind === now && { description: l10n.t('now') }),
    }),
  );
  const placeHolder = l10n.t('How does this account come by its access tokens?');
  const picked = await window.showQuickPick(items, { title, placeHolder, ignoreFocusOut: true });
  if (!picked) throw new Cancelled();
  return picked.of;
}

/** What is asked for before anything was typed. */
export function blank(kind: CredentialKind): EnteredCredential {
  switch (kind) {
    case 'appSecret':
      return { kind, secret: '' };
    case 'tokenServer':
      return { kind, address: '' };
    case 'accessToken':
      return { kind, token: '' };
    case 'none':
      return { kind };
  }
}

function detailOf(kind: CredentialKind): string {
  switch (kind) {
    case 'appSecret':
      return l10n.t('From the WeChat console. Kept in the keychain of this machine.');
    case 'tokenServer':
      return l10n.t('A server of your team hands out access tokens, and nobody gives you the AppSecret.');
    case 'accessToken':
      return l10n.t('Pasted by you, kept in memory only, good for two hours at most.');
    case 'none':
      return l10n.t('A Mini Program, app or website whose openids are only compared with others.');
  }
}

function askFor(place: EntryPlace, entered: EnteredCredential): Promise<Answer> {
  switch (entered.kind) {
    case 'appSecret':
      return askForSecret(place, entered);
    case 'tokenServer':
      return askForServer(place, entered);
    case 'accessToken':
      return askForToken(place, entered);
    case 'none':
      // There is nothing to type: the choice itself is what can be changed.
      return Promise.resolve(other);
  }
}

async function askForSecret({ title, step, total, secretPrompt }: EntryPlace, { secret }: Of<'appSecret'>) {
  const answer = await ask(
    {
      title,
      prompt: secretPrompt,
      masked: true,
      value: secret,
      other: otherCredential(),
      check: text => (cleanCredential(text) === '' ? l10n.t('Type or paste the AppSecret.') : undefined),
      advise: secretAdvice,
    },
    step,
    total,
  );
  return typeof answer === 'string'
    ? ({ kind: 'appSecret', secret: cleanCredential(answer) } as const)
    : answer;
}

async function askForServer(place: EntryPlace, start: Of<'tokenServer'>): Promise<Answer> {
  const { title, step, total } = place;
  let { address } = start;
  for (;;) {
    const typed = await ask(
      {
        title,
        prompt: l10n.t('Address of the token server. It is asked by GET and answers with an access token.'),
        placeholder: 'https://tokens.example.com/wechat/token',
        value: address,
        other: otherCredential(),
        check: addressRefusal,
        advise: addressAdvice,
      },
      step,
      total,
    );
    if (typeof typed !== 'string') return typed;
    address = typed.trim();
    const header = await ask(
      {
        title,
        prompt: l10n.t(
          'Header that the token server wants, like Authorization: Bearer …. It is kept like an AppSecret. Leave it empty where there is none.',
        ),
        masked: true,
        value: start.header ? `${start.header.name}: ${start.header.value}` : '',
        check: headerRefusal,
      },
      // A box of its own needs a way back to the address.
      total === 1 ? 2 : step,
      total === 1 ? 2 : total,
    );
    if (header === back) continue;
    const parts = headerIn(header);
    return { kind: 'tokenServer', address, ...(parts && { header: parts }) };
  }
}

async function askForToken({ title, step, total }: EntryPlace, { token }: Of<'accessToken'>) {
  const answer = await ask(
    {
      title,
      prompt: l10n.t(
        'Access token. It is kept in memory only, until WeChat refuses it or this window closes.',
      ),
      masked: true,
      value: token,
      other: otherCredential(),
      check: tokenRefusal,
      advise: tokenAdvice,
    },
    step,
    total,
  );
  return typeof answer === 'string' ? ({ kind: 'accessToken', token: cleanToken(answer) } as const) : answer;
}

function otherCredential() {
  return { icon: 'key', tooltip: l10n.t('Other Credential…') };
}
