import { commands as vscodeCommands, l10n, type Uri, window, workspace } from 'vscode';

import { type EnrichingFault, type NotEnrichable, type Reading } from '../../enriching';
import { commands } from '../../manifest';
import { withProgress } from '../../ui/asking/progress';
import { Cancelled } from '../../ui/asking/steps';
import { isKeptWhole } from '../../ui/files/encodeText';
import { readDecoded } from '../../ui/files/readText';
import { isWorkbook, readTexts } from '../../ui/files/readTexts';
import { Problem } from '../../ui/problems/problem';

/** A file as it was read. */
export interface SourceFile {
  readonly uri: Uri;
  readonly name: string;
  readonly reading: Reading;
  /** What the copy is written in. */
  readonly encoding: string;
  readonly isWorkbook: boolean;
  /** Whether it is another one by now. */
  hasChanged(): Promise<boolean>;
}

/** @throws {Problem} for a file to which nothing can be added, with the reason */
export async function readSource(uri: Uri): Promise<SourceFile> {
  const name = uri.path.split('/').pop() ?? uri.path;
  await saveFirst(uri, name);
  return withProgress(l10n.t('Looking for openids in {0}', name), async () => {
    const before = await versionOf(uri);
    const { NotEnrichable } = await import('../../enriching');
    try {
      return {
        uri,
        name,
        ...(await read(uri, name)),
        hasChanged: async () => (await versionOf(uri)) !== before,
      };
    } catch (error) {
      throw error instanceof NotEnrichable ? problemOf(error, uri, name) : error;
    }
  });
}

async function read(
  uri: Uri,
  name: string,
): Promise<Pick<SourceFile, 'reading' | 'encoding' | 'isWorkbook'>> {
  const { readByName, readSheets } = await import('../../enriching');
  // Excel takes a CSV file without a mark for one of the system's code page.
  if (isWorkbook(uri))
    return { reading: await readSheets(readTexts(uri)), encoding: 'utf8bom', isWorkbook: true };
  const decoded = await readDecoded(uri);
  const { text, encoding } = decoded;
  const reading = await readByName(name, text);
  if (await isKeptWhole(decoded)) return { reading, encoding, isWorkbook: false };
  throw new Problem(
    l10n.t(
      '{0} has bytes that are no text in its encoding ({1}), and would not survive in a copy. Save it as UTF-8 and try again.',
      name,
      encoding,
    ),
  );
}

/** What stands in an editor only would be missing in the copy. */
async function saveFirst(uri: Uri, name: string): Promise<void> {
  const document = workspace.textDocuments.find(each => each.uri.toString() === uri.toString());
  if (!document?.isDirty) return;
  const save = l10n.t('Save and Go On');
  const choice = await window.showWarningMessage(
    l10n.t('{0} has changes that are not saved.', name),
    { modal: true },
    save,
  );
  if (choice !== save || !(await document.save())) throw new Cancelled();
}

async function versionOf(uri: Uri): Promise<string> {
  try {
    const { size, mtime } = await workspace.fs.stat(uri);
    return `${size} ${mtime}`;
  } catch {
    return 'gone';
  }
}

function problemOf({ fault, line = 1 }: NotEnrichable, uri: Uri, name: string): Problem {
  const fetch = {
    label: l10n.t('Fetch Profiles from List…'),
    run: () => vscodeCommands.executeCommand(commands.batchFetch, uri),
  };
  return new Problem(sentenceOf(fault, name, line), fault === 'list' ? [fetch] : [], 'noOpenid');
}

function sentenceOf(fault: EnrichingFault, name: string, line: number): string {
  switch (fault) {
    case 'empty':
      return l10n.t('{0} is empty. Choose a file with a column or key of openids.', name);
    case 'noOpenids':
      return l10n.t(
        'No column or key of {0} holds openids. Looked for one named "openid", and for one with words such as {1}.',
        name,
        'o6_bmjrPTlm6_2sgVt7hMZOPfL2M',
      );
    case 'onlyUnionids':
      return l10n.t(
        '{0} has unionids, but no openids. WeChat looks people up by openid only: add a column or key with the openids of the same people.',
        name,
      );
    case 'list':
      return l10n.t(
        '{0} is a list of openids, which has no place for columns. Fetch the list, and export its table.',
        name,
      );
    case 'invalidJson':
      return l10n.t('{0} is not valid JSON from line {1} on. Correct it and try again.', name, line);
  }
}
