const ours = new WeakSet<object>();

/**
 * Marks what a button, a link or a row of ours hands to a command: somebody has pressed it, so that whatever fails is
 * told to them, and not to code as after a call of another extension. VS Code passes the very object on.
 */
export function byHand<T extends object>(argument: T): T {
  ours.add(argument);
  return argument;
}

export function isByHand(argument: object): boolean {
  return ours.has(argument);
}
