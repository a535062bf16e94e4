import {
  type FromComparison,
  type ToComparison,
  toComparison,
} from '../protocol/messages/comparisonMessages';
import { ComparisonPage } from './comparison/comparisonPage';
import { openPage } from './page/openPage';

openPage<ToComparison, FromComparison>(toComparison, (main, formats, post) => {
  const page = new ComparisonPage();
  page.formats = formats;
  page.post = post;
  main.append(page);
  return message => {
    switch (message.type) {
      case 'comparison':
        page.show(message.comparison);
        break;
      case 'rows':
        page.take(message);
        break;
    }
  };
});
