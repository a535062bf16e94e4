import path from 'node:path';

/** https://learn.microsoft.com/windows/win32/fileio/naming-a-file, and what Linux and macOS refuse beyond. */
const forbidden: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a character that Windows forbids', /[<>:"/\\|?*\u0000-\u001f]/],
  ['a dot or a blank at its end', /[. ]$/],
  ['the name of a device', /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i],
  ['half of a character', /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/],
  ['nothing', /^$/],
];

/** What is wrong with the name of a file or folder on Windows; empty where nothing is. */
export function wrongOnWindows(name: string): string[] {
  const wrong = forbidden.filter(([, pattern]) => pattern.test(name)).map(([what]) => `${name} has ${what}`);
  return Buffer.byteLength(name) > 255 ? [...wrong, `${name} is too long`] : wrong;
}

/**
 * Lets all code join paths as on Windows, from now on and until what it returns is called. What loads modules joins
 * paths, too: whatever is loaded at its first use has to be loaded by then.
 */
export function pathsOfWindows(): () => void {
  const joining = ['join', 'dirname', 'basename', 'normalize', 'sep'];
  const ofThese = (paths: object) =>
    Object.fromEntries(Object.entries<unknown>({ ...paths }).filter(([name]) => joining.includes(name)));
  const own = ofThese(path);
  Object.assign(path, ofThese(path.win32));
  return () => void Object.assign(path, own);
}
