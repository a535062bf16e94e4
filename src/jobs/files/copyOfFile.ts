import { l10n, Uri, window } from 'vscode';

import { withProgress } from '../../ui/asking/progress';
import { Cancelled } from '../../ui/asking/steps';
import { encoded } from '../../ui/files/encodeText';
import { writeText } from '../../ui/files/writeText';
import { Problem } from '../../ui/problems/problem';
import { type SourceFile } from './sourceFile';

/** Where the copy goes: beside the file, if the user does not say otherwise, and never over it. */
export async function chooseTarget({ uri, name, isWorkbook }: SourceFile): Promise<Uri> {
  const [, base = name, given = 'csv'] = /^(.+)\.(\w+)$/.exec(name) ?? [];
  const extension = isWorkbook ? 'csv' : given;
  for (;;) {
    const target = await window.showSaveDialog({
      title: l10n.t('Save the copy of {0} with profiles', name),
      defaultUri: Uri.joinPath(uri, '..', `${base}-profiles.${extension}`),
      filters: { [extension.toUpperCase()]: [extension], [l10n.t('All files')]: ['*'] },
    });
    if (!target) throw new Cancelled();
    // Most disks of Windows and macOS take both cases for one name.
    if (target.toString().toLowerCase() !== uri.toString().toLowerCase()) return target;
    await window.showWarningMessage(l10n.t('The original is never changed.'), {
      modal: true,
      detail: l10n.t('Choose another name for the copy.'),
    });
  }
}

/**
 * Writes the copy, elsewhere where it cannot be written: Excel keeps what it has open from being replaced, and the
 * profiles are there already.
 * @returns where it is
 */
export async function writeCopy(
  source: SourceFile,
  target: Uri,
  pieces: () => AsyncIterable<string>,
): Promise<Uri> {
  for (let at = target; ; at = await chooseTarget(source)) {
    const title = l10n.t('Writing {0}', at.path.split('/').pop() ?? at.path);
    try {
      await withProgress(title, signal => writeText(at, encoded(pieces(), source.encoding), signal));
      return at;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const saveAs = l10n.t('Save As…');
      if ((await window.showErrorMessage(error.sentence, saveAs)) !== saveAs) throw new Cancelled();
    }
  }
}
