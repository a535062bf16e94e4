export interface Keys {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

export type TableAction =
  | { readonly kind: 'move'; readonly to: number; readonly extend: boolean }
  | { readonly kind: 'toHeader' | 'toggle' | 'open' | 'close' | 'all' | 'copy' | 'menu' }
  | { readonly kind: 'type'; readonly text: string };

/** What a key does while the keyboard is on a row; undefined leaves it to the browser. */
export function tableAction(
  event: Keys,
  at: { readonly active: number; readonly count: number; readonly page: number },
): TableAction | undefined {
  const { key, shiftKey: extend } = event;
  const last = at.count - 1;
  const move = (to: number): TableAction => ({ kind: 'move', to: Math.min(Math.max(to, 0), last), extend });
  if (event.ctrlKey || event.metaKey) {
    // With Caps Lock on, too.
    if (key.toLowerCase() === 'a') return { kind: 'all' };
    if (key.toLowerCase() === 'c') return { kind: 'copy' };
    if (key === 'Home') return move(0);
    if (key === 'End') return move(last);
    return undefined;
  }
  if (event.altKey) return undefined;
  switch (key) {
    case 'ArrowDown':
      return move(at.active + 1);
    case 'ArrowUp':
      return at.active <= 0 && !extend ? { kind: 'toHeader' } : move(at.active - 1);
    case 'PageDown':
      return move(at.active + at.page);
    case 'PageUp':
      return move(at.active - at.page);
    case 'Home':
      return move(0);
    case 'End':
      return move(last);
    case ' ':
      return { kind: 'toggle' };
    case 'Enter':
      return { kind: 'open' };
    case 'Escape':
      return { kind: 'close' };
    case 'ContextMenu':
      return { kind: 'menu' };
    case 'F10':
      return extend ? { kind: 'menu' } : undefined;
    default:
      // Named keys are words; a key that types gives what it types, at most a surrogate pair.
      return /^.$/u.test(key) ? { kind: 'type', text: key } : undefined;
  }
}
