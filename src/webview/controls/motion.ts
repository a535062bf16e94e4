/** Whether the reader wants nothing to move: VS Code has a setting of its own beside that of the system. */
export function reducesMotion(): boolean {
  return (
    document.body.classList.contains('vscode-reduce-motion') ||
    matchMedia('(prefers-reduced-motion: reduce)').matches
  );
}
