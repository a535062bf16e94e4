import { type FromBatch, type ToBatch, toBatch } from '../protocol/batchMessages';
import { BatchPage } from './batch/batchPage';
import { focusedElement } from './controls/focus';
import { goneNotice } from './page/goneNotice';
import { openPage } from './page/openPage';

openPage<ToBatch, FromBatch>(toBatch, (main, formats, post) => {
  const page = new BatchPage();
  page.formats = formats;
  page.post = post;
  main.append(page);
  // At Ctrl+A in the table VS Code selects the text of the whole page besides, whatever became of the key.
  document.addEventListener('selectstart', event => {
    if (focusedElement()?.role === 'grid') event.preventDefault();
  });

  return message => {
    if (message.type === 'gone') main.replaceChildren(goneNotice(message.text));
    else page.take(message);
  };
});
