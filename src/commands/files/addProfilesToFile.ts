import { l10n, Uri, window } from 'vscode';

import { type AddProfiles } from '../../jobs/files/addProfiles';
import { Cancelled } from '../../ui/asking/steps';
import { activeFile } from '../../ui/files/editorText';
import { Hint } from '../../ui/problems/problem';
import { type Handler } from '../command';

const extensions = ['csv', 'tsv', 'json', 'jsonc', 'jsonl', 'ndjson', 'xlsx'];

/** `wechatOpenid.addProfilesToFile`: `uri`, or asks → a copy of the file with the profile's columns added. */
export function addProfilesToFile(job: Pick<AddProfiles, 'run'>): Handler {
  return async (argument, more) => {
    if (Array.isArray(more) && more.filter(each => each instanceof Uri).length > 1)
      throw new Hint(l10n.t('Profiles are added to one file at a time. Choose a single file.'));
    await job.run(argument instanceof Uri ? argument : await askForFile());
  };
}

/** From the palette: the file in front, where it is of a kind that fits, or another. */
async function askForFile(): Promise<Uri> {
  const inFront = window.activeTextEditor?.document.uri ?? activeFile();
  if (!inFront || inFront.scheme === 'untitled' || !fits(inFront)) return chooseFile();
  const items = [
    {
      label: inFront.path.split('/').pop() ?? inFront.path,
      description: l10n.t('the file in front'),
      find: () => Promise.resolve(inFront),
    },
    { label: l10n.t('Choose a file…'), find: chooseFile },
  ];
  const picked = await window.showQuickPick(items, { placeHolder: l10n.t('Add profiles to which file?') });
  if (!picked) throw new Cancelled();
  return picked.find();
}

function fits({ path }: Uri): boolean {
  return extensions.some(extension => path.toLowerCase().endsWith(`.${extension}`));
}

async function chooseFile(): Promise<Uri> {
  const [uri] =
    (await window.showOpenDialog({
      openLabel: l10n.t('Add Profiles'),
      filters: { [l10n.t('Files with openids')]: extensions, [l10n.t('All files')]: ['*'] },
    })) ?? [];
  if (!uri) throw new Cancelled();
  return uri;
}
