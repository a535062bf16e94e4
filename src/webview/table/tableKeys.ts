export interface Keys {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

export type TableAction =
  /** `pick` says what becomes of the selection: nothing where rows are to be picked apart. */
  | { readonly kind: 'move'; readonly to: number; readonly pick: 'only' | 'extend' | 'none' }
  | { readonly kind: 'toHeader' | 'toggle' | 'open' | 'close' | 'all' | 'menu' | 'find' }
  | { readonly kind: 'copy'; readonly as: 'rows' | 'rowsWithHeader' }
  | { readonly kind: 'type'; readonly text: string };

/** What a key does while the keyboard is on a row; undefined leaves it to the browser and to VS Code. */
export function tableAction(
  event: Keys,
  at: { readonly active: number; readonly count: number; readonly page: number },
): TableAction | undefined {
  const { key, shiftKey } = event;
  const last = at.count - 1;
  const isApart = event.ctrlKey || event.metaKey;
  const move = (to: number): TableAction => ({
    kind: 'move',
    to: Math.min(Math.max(to, 0), last),
    pick: shiftKey ? 'extend' : isApart ? 'none' : 'only',
  });
  if (isApart) {
    // With Caps Lock on, too.
    switch (key.toLowerCase()) {
      case 'a':
        return shiftKey ? undefined : { kind: 'all' };
      case 'c':
        return { kind: 'copy', as: shiftKey ? 'rowsWithHeader' : 'rows' };
      case 'f':
        return shiftKey ? undefined : { kind: 'find' };
      case ' ':
        return { kind: 'toggle' };
      case 'arrowdown':
        return move(at.active + 1);
      case 'arrowup':
        return move(at.active - 1);
      case 'home':
        return { kind: 'move', to: 0, pick: shiftKey ? 'extend' : 'only' };
      case 'end':
        return { kind: 'move', to: last, pick: shiftKey ? 'extend' : 'only' };
      default:
        return undefined;
    }
  }
  if (event.altKey) return undefined;
  switch (key) {
    case 'ArrowDown':
      return move(at.active + 1);
    case 'ArrowUp':
      return at.active <= 0 && !shiftKey ? { kind: 'toHeader' } : move(at.active - 1);
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
      return shiftKey ? { kind: 'menu' } : undefined;
    default:
      // Named keys are words; a key that types gives what it types, at most a surrogate pair.
      return /^.$/u.test(key) ? { kind: 'type', text: key } : undefined;
  }
}
