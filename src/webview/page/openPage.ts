import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import {
  envelope,
  type Envelope,
  type ReadyMessage,
  type StartMessage,
  startMessage,
} from '../../protocol/start';
import { scrollbars } from '../controls/scrollbars';
import { Formats } from '../text/formats';
import { pageStyles } from './pageStyles';

declare function acquireVsCodeApi(): {
  postMessage(message: unknown): void;
  setState(state: unknown): void;
};

type Receive<In> = (message: In) => void;
type Build<In, Out> = (main: HTMLElement, formats: Formats, post: (message: Out) => void) => Receive<In>;

/**
 * Talks to the panel of this page. Once the texts have arrived `build` fills the page and returns what takes
 * the messages that follow. A message that is not in the protocol is dropped: the panel may be of another
 * version than a page that VS Code kept alive across an update of the extension.
 */
export function openPage<In, Out>(schema: v.GenericSchema<unknown, In>, build: Build<In, Out>): void {
  const api = acquireVsCodeApi();
  let page: { readonly generation: number; readonly receive: Receive<In> } | undefined;

  const begin = ({ generation, state, locale, l10n: contents }: StartMessage) => {
    if (page) return;
    api.setState(state);
    if (contents) l10n.config({ contents });
    document.documentElement.lang = locale;
    const main = document.body.appendChild(document.createElement('main'));
    const post = (message: Out) => api.postMessage({ generation, message } satisfies Envelope);
    page = { generation, receive: build(main, new Formats(locale), post) };
  };

  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const start = v.safeParse(startMessage, data);
    if (start.success) {
      begin(start.output);
      return;
    }
    const sent = v.safeParse(envelope, data);
    if (!page || (sent.success && sent.output.generation !== page.generation)) return;
    const message = v.safeParse(schema, sent.success ? sent.output.message : undefined);
    if (message.success) page.receive(message.output);
    else console.warn('Dropped a message that is not in the protocol', v.flatten(message.issues));
  });

  for (const { styleSheet } of [pageStyles, scrollbars])
    if (styleSheet) document.adoptedStyleSheets.push(styleSheet);
  api.postMessage({ type: 'ready' } satisfies ReadyMessage);
}
