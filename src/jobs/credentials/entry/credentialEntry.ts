import { l10n, type QuickPickItem, window } from 'vscode';

import { type CredentialKind, type EnteredCredential, type EnteredRelay } from '../../../accounts';
import { ask, back, Cancelled, type Pressed, type TitleButton } from '../../../ui/asking/steps';
import { credentialLabel, hostOfAddress } from '../../../ui/texts/credentialTexts';
import { inARow } from '../../../ui/texts/formats';
import { cleanCredential, secretAdvice } from './credentialShape';
import { enterRelay } from './relayEntry';
import { addressRefusal, headerIn, headerRefusal } from './serverShape';
import { cleanToken, tokenAdvice, tokenRefusal } from './tokenShape';

/** Where in a wizard the boxes stand, and what the first of them says of an AppSecret. */
export interface EntryPlace {
  readonly title: string;
  readonly step: number;
  readonly total: number;
  readonly secretPrompt: string;
  /** Of the relay that calls go through, where a header for it can be entered along with the credential. */
  readonly relayOrigin?: string | undefined;
}

/** What an account is to call WeChat with. */
export interface Entered {
  readonly credential: EnteredCredential;
  readonly relay?: EnteredRelay | undefined;
}

type Of<Kind extends CredentialKind> = Extract<EnteredCredential, { kind: Kind }>;

/** What a box leads to: it was filled in, or a button in its title was pressed when so much was typed. */
type Answer =
  EnteredCredential | typeof back | { readonly to: 'kinds' | 'relay'; readonly typed: EnteredCredential };

/** Asks for a credential: an AppSecret to begin with, or what a button in the box's title leads to. */
export async function enterCredential(place: EntryPlace, start: Entered): Promise<Entered | typeof back> {
  let { credential, relay } = start;
  for (;;) {
    const answer = await askFor(withRelay(place, relay), credential);
    if (answer === back) return back;
    if ('kind' in answer) return { credential: answer, relay };
    if (answer.to === 'kinds') {
      credential = blank(await pickKind(place.title, credential.kind));
      if (credential.kind === 'none') return { credential, relay: undefined };
    } else {
      credential = answer.typed;
      const entered = await enterRelay(place.title, place.relayOrigin ?? '', relay);
      if (entered !== back) relay = entered;
    }
  }
}

/** What was entered for a relay is said where it was asked for. */
function withRelay(place: EntryPlace, relay: EnteredRelay | undefined): EntryPlace {
  if (!relay) return place;
  const goesAlong = l10n.t('The header {0} goes along to {1}.', relay.name, hostOfAddress(relay.origin));
  return { ...place, secretPrompt: inARow(place.secretPrompt, goesAlong) };
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
      return Promise.resolve({ to: 'kinds', typed: entered });
  }
}

async function askForSecret(place: EntryPlace, { secret }: Of<'appSecret'>): Promise<Answer> {
  const { title, step, total, secretPrompt } = place;
  const answer = await ask(
    {
      title,
      prompt: secretPrompt,
      masked: true,
      value: secret,
      buttons: titleButtons(place),
      check: text => (cleanCredential(text) === '' ? l10n.t('Type or paste the AppSecret.') : undefined),
      advise: secretAdvice,
    },
    step,
    total,
  );
  return answerOf(answer, text => ({ kind: 'appSecret', secret: cleanCredential(text) }));
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
        buttons: titleButtons(place),
        check: addressRefusal,
      },
      step,
      total,
    );
    if (typeof typed !== 'string') return answerOf(typed, text => ({ ...start, address: text.trim() }));
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
    if (typeof header !== 'string') continue;
    const parts = headerIn(header);
    return { kind: 'tokenServer', address, ...(parts && { header: parts }) };
  }
}

async function askForToken(place: EntryPlace, { token }: Of<'accessToken'>): Promise<Answer> {
  const { title, step, total } = place;
  const answer = await ask(
    {
      title,
      prompt: l10n.t(
        'Access token. It is kept in memory only, until WeChat refuses it or this window closes.',
      ),
      masked: true,
      value: token,
      buttons: titleButtons(place),
      check: tokenRefusal,
      advise: tokenAdvice,
    },
    step,
    total,
  );
  return answerOf(answer, text => ({ kind: 'accessToken', token: cleanToken(text) }));
}

function answerOf(
  answer: string | typeof back | Pressed<'kinds' | 'relay'>,
  entered: (text: string) => EnteredCredential,
): Answer {
  if (answer === back) return back;
  return typeof answer === 'string' ? entered(answer) : { to: answer.to, typed: entered(answer.typed) };
}

function titleButtons({ relayOrigin }: EntryPlace): TitleButton<'kinds' | 'relay'>[] {
  const kinds = { to: 'kinds', icon: 'key', tooltip: l10n.t('Other Credential…') } as const;
  const relay = { to: 'relay', icon: 'server-environment', tooltip: l10n.t('Relay Header…') } as const;
  return relayOrigin === undefined ? [kinds] : [relay, kinds];
}
