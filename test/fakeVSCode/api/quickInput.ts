import type * as vscode from 'vscode';
import { person } from '../person';
import { EventEmitter } from './events';
import { indexOf, lines, show } from './messages';
import type { Shown } from './state';
import { QuickInputButtons } from './items';

/** What input boxes and pickers have in common: a text that a person changes, Enter, buttons, and an end. */
class QuickInput {
  title: string | undefined;
  step: number | undefined;
  totalSteps: number | undefined;
  enabled = true;
  busy = false;
  ignoreFocusOut = false;
  value = '';
  buttons: readonly vscode.QuickInputButton[] = [];

  protected readonly changed = new EventEmitter<string>();
  protected readonly accepted = new EventEmitter<void>();
  protected readonly pressed = new EventEmitter<vscode.QuickInputButton>();
  protected readonly hidden = new EventEmitter<void>();
  readonly onDidChangeValue = this.changed.event;
  readonly onDidAccept = this.accepted.event;
  readonly onDidTriggerButton = this.pressed.event;
  readonly onDidHide = this.hidden.event;
  protected isOpen = false;
  /** What was shown when it opened. */
  protected shown: Shown | undefined;
  private hint: string | undefined;

  get placeholder(): string | undefined {
    return this.hint;
  }

  /** One that comes while it is open is noted. */
  set placeholder(text: string | undefined) {
    this.hint = text;
    if (this.isOpen && text !== undefined) this.shown?.notes.push(text);
  }

  hide(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.hidden.fire();
  }

  dispose(): void {
    this.hide();
    for (const event of [this.changed, this.accepted, this.pressed, this.hidden]) event.dispose();
  }

  protected type(text: string): void {
    this.value = text;
    this.changed.fire(text);
  }

  protected press(tooltip: string): void {
    const button = this.buttons.find(each => each.tooltip === tooltip);
    if (button) this.pressed.fire(button);
    else person.blames(`“${this.title ?? ''}” has no button “${tooltip}”.`);
  }

  protected goBack(): void {
    if (this.buttons.includes(QuickInputButtons.Back)) this.pressed.fire(QuickInputButtons.Back);
    else person.blames(`There is no way back from “${this.title ?? ''}”.`);
  }
}

/** Lets the code that asked take note of what has just happened. */
function settled(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}

class InputBox extends QuickInput implements vscode.InputBox {
  valueSelection: readonly [number, number] | undefined;
  prompt: string | undefined;
  password = false;
  validationMessage: string | vscode.InputBoxValidationMessage | undefined;

  show(): void {
    this.isOpen = true;
    const { title, prompt, placeholder } = this;
    const shown = show({ kind: 'input', text: lines(title, prompt, placeholder), isModal: true });
    const reaction = person.reactTo(shown);
    void settled().then(async () => {
      if (reaction.kind === 'type') await this.enter(reaction.texts, shown);
      else if (reaction.kind === 'back') this.goBack();
      else if (reaction.kind === 'press') this.press(reaction.button);
      if (reaction.kind !== 'back' && reaction.kind !== 'press') this.hide();
    });
  }

  /** Text after text, until one is taken. */
  private async enter(texts: readonly string[], shown: Shown): Promise<void> {
    for (const text of texts) {
      if (!this.isOpen) return;
      this.type(text);
      const note = this.validationMessage;
      if (note !== undefined && note !== '') shown.notes.push(typeof note === 'string' ? note : note.message);
      this.accepted.fire();
      await settled();
    }
  }
}

class QuickPick<T extends vscode.QuickPickItem> extends QuickInput implements vscode.QuickPick<T> {
  items: readonly T[] = [];
  selectedItems: readonly T[] = [];
  activeItems: readonly T[] = [];
  canSelectMany = false;
  matchOnDescription = false;
  matchOnDetail = false;
  keepScrollPosition = false;
  readonly onDidTriggerItemButton = new EventEmitter<vscode.QuickPickItemButtonEvent<T>>().event;
  readonly onDidChangeActive = new EventEmitter<readonly T[]>().event;
  private readonly selected = new EventEmitter<readonly T[]>();
  readonly onDidChangeSelection = this.selected.event;

  show(): void {
    this.isOpen = true;
    const { title, placeholder, items } = this;
    const shown = show({
      kind: 'pick',
      text: lines(title, placeholder),
      isModal: true,
      items,
      choices: items.map(({ label }) => label),
    });
    this.shown = shown;
    const reaction = person.reactTo(shown);
    void settled().then(async () => {
      if (reaction.kind === 'choose') {
        if (reaction.typed !== undefined) this.type(reaction.typed);
        this.selectedItems = this.itemsOf(reaction.labels, shown);
        this.selected.fire(this.selectedItems);
        if (this.selectedItems.length > 0) this.accepted.fire();
        await settled();
      } else if (reaction.kind === 'back') this.goBack();
      this.hide();
    });
  }

  /** As they stand there now: what was typed may have changed them. */
  private itemsOf(labels: readonly string[], { text }: Shown): T[] {
    const choices = this.items.map(({ label }) => label);
    return labels.flatMap(label => this.items[indexOf(label, { choices, text }) ?? -1] ?? []);
  }
}

export const quickInput = {
  createInputBox: () => new InputBox(),
  createQuickPick: <T extends vscode.QuickPickItem>() => new QuickPick<T>(),

  async showQuickPick<T extends string | vscode.QuickPickItem>(
    given: readonly T[] | Thenable<readonly T[]>,
    options: vscode.QuickPickOptions = {},
  ): Promise<T | T[] | undefined> {
    const all = await given;
    const items = all.map((item): vscode.QuickPickItem =>
      typeof item === 'object' ? item : { label: item },
    );
    const choices = items.map(({ label }) => label);
    const text = lines(options.title, options.placeHolder);
    const shown = show({ kind: 'pick', text, isModal: true, items, choices });
    const reaction = person.reactTo(shown);
    await settled();
    if (reaction.kind !== 'choose') return undefined;
    const picked = reaction.labels.flatMap(label => all[indexOf(label, shown) ?? -1] ?? []);
    return options.canPickMany ? picked : picked[0];
  },

  async showInputBox(options: vscode.InputBoxOptions = {}): Promise<string | undefined> {
    const text = lines(options.title, options.prompt, options.placeHolder);
    const shown = show({ kind: 'input', text, isModal: true });
    const reaction = person.reactTo(shown);
    await settled();
    return reaction.kind === 'type' ? reaction.texts[0] : undefined;
  },
};
