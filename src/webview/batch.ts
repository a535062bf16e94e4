import { type FromBatch, type ToBatch, toBatch } from '../protocol/messages/batchMessages';
import { BatchPage } from './batch/batchPage';
import { goneNotice } from './page/goneNotice';
import { openPage } from './page/openPage';

openPage<ToBatch, FromBatch>(toBatch, (main, formats, post) => {
  const page = new BatchPage();
  page.formats = formats;
  page.post = post;
  main.append(page);

  return message => {
    if (message.type === 'gone') main.replaceChildren(goneNotice(message.text));
    else page.take(message);
  };
});
