import {
  Disposable,
  type InputBox,
  InputBoxValidationSeverity,
  QuickInputButtons,
  ThemeIcon,
  window,
} from 'vscode';

/** The user closed the box. Not an error: see the error funnel. */
export class Cancelled extends Error {
  constructor() {
    super('cancelled');
    this.name = 'AbortError';
  }
}

/** What a step's box asks. `check` returns a sentence to refuse with; `advise` one to warn with. */
export interface Question {
  readonly title: string;
  /** One made of the text changes while it is typed. */
  readonly prompt: string | ((text: string) => string);
  readonly placeholder?: string;
  readonly value?: string;
  readonly masked?: boolean;
  /** A button in the title that leads to another question. */
  readonly other?: { readonly icon: string; readonly tooltip: string };
  readonly check?: (text: string) => string | undefined;
  readonly advise?: (text: string) => string | undefined;
}

export const back = Symbol('back');
export const other = Symbol('other');

/**
 * Runs steps in order, each with the answers so far. A step that returns `back` leads to the one before it,
 * where the earlier answer stands in the box again.
 */
export async function runSteps<Answers extends object>(
  answers: Answers,
  steps: readonly ((answers: Answers, step: number, total: number) => Promise<Answers | typeof back>)[],
): Promise<Answers> {
  let current = answers;
  for (let index = 0; index < steps.length;) {
    const step = steps[index];
    const result = await step?.(current, index + 1, steps.length);
    if (result === undefined || result === back) {
      index = Math.max(0, index - 1);
    } else {
      current = result;
      index += 1;
    }
  }
  return current;
}

type Other = Required<Pick<Question, 'other'>>;

/** One input box. Rejects with {@link Cancelled} when it is closed. */
export function ask(
  question: Question & Other,
  step?: number,
  total?: number,
): Promise<string | typeof back | typeof other>;
export function ask(
  question: Omit<Question, 'other'>,
  step?: number,
  total?: number,
): Promise<string | typeof back>;
export function ask(question: Question, step = 1, total = 1): Promise<string | typeof back | typeof other> {
  const box = window.createInputBox();
  const otherButton = question.other && {
    iconPath: new ThemeIcon(question.other.icon),
    tooltip: question.other.tooltip,
  };
  const subscriptions: Disposable[] = [];
  Object.assign(box, {
    title: question.title,
    prompt: promptOf(question, question.value ?? ''),
    placeholder: question.placeholder,
    value: question.value ?? '',
    password: question.masked ?? false,
    ignoreFocusOut: true,
    ...(total > 1 && { step, totalSteps: total }),
    buttons: [...(step > 1 ? [QuickInputButtons.Back] : []), ...(otherButton ? [otherButton] : [])],
  } satisfies Partial<InputBox>);

  return new Promise<string | typeof back | typeof other>((resolve, reject) => {
    const validate = () => {
      box.prompt = promptOf(question, box.value);
      const refusal = question.check?.(box.value);
      box.validationMessage = refusal ?? advice(question, box.value);
      return refusal === undefined;
    };
    subscriptions.push(
      box.onDidChangeValue(validate),
      box.onDidAccept(() => validate() && resolve(box.value)),
      box.onDidTriggerButton(button => resolve(button === otherButton ? other : back)),
      box.onDidHide(() => reject(new Cancelled())),
    );
    box.show();
  }).finally(() => {
    Disposable.from(...subscriptions).dispose();
    box.dispose();
  });
}

function promptOf({ prompt }: Question, text: string): string {
  return typeof prompt === 'string' ? prompt : prompt(text);
}

function advice(question: Question, text: string): InputBox['validationMessage'] {
  const message = question.advise?.(text);
  return message === undefined ? undefined : { message, severity: InputBoxValidationSeverity.Warning };
}
