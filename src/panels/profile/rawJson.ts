import {
  type Disposable,
  EventEmitter,
  type TextDocumentContentProvider,
  Uri,
  window,
  workspace,
} from 'vscode';

import { type Outcome } from '../../batch';
import { rawAnswer } from './rawAnswer';

/** Where the answer comes from, so that an editor restored after a reload finds it again. */
export interface RawOrigin {
  readonly kind: 'lookup' | 'batch';
  readonly id: string;
  readonly openid: string;
}

export type OutcomeFinder = (id: string, openid: string) => Promise<Outcome | undefined>;

const scheme = 'wechat-openid';

/** Answers as WeChat gave them, formatted, in read-only editors. */
export class RawJson implements TextDocumentContentProvider, Disposable {
  private readonly changed = new EventEmitter<Uri>();
  readonly onDidChange = this.changed.event;
  private readonly registration = workspace.registerTextDocumentContentProvider(scheme, this);

  constructor(private readonly find: Readonly<Record<RawOrigin['kind'], OutcomeFinder>>) {}

  async open({ kind, id, openid }: RawOrigin): Promise<void> {
    const name = openid.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, 64);
    const query = new URLSearchParams({ kind, id, openid }).toString();
    const uri = Uri.from({ scheme, path: `/${name}.json`, query });
    // An editor of the same answer may be open from before it was refreshed.
    this.changed.fire(uri);
    await window.showTextDocument(await workspace.openTextDocument(uri), { preview: true });
  }

  async provideTextDocumentContent(uri: Uri): Promise<string | undefined> {
    const query = new URLSearchParams(uri.query);
    const kind = query.get('kind') === 'batch' ? 'batch' : 'lookup';
    const outcome = await this.find[kind](query.get('id') ?? '', query.get('openid') ?? '');
    const raw = outcome && rawAnswer(outcome);
    return raw && rawText(raw);
  }

  dispose(): void {
    this.registration.dispose();
    this.changed.dispose();
  }
}

export function rawText(raw: object): string {
  return `${JSON.stringify(raw, null, 2)}\n`;
}
