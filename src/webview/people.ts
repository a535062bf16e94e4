import { type FromPeople, type ToPeople, toPeople } from '../protocol/peopleMessages';
import { focusedElement } from './controls/focus';
import { openPage } from './page/openPage';
import { PeoplePage } from './people/peoplePage';

openPage<ToPeople, FromPeople>(toPeople, (main, formats, post) => {
  const page = new PeoplePage();
  page.formats = formats;
  page.post = post;
  main.append(page);
  // At Ctrl+A in the table VS Code selects the text of the whole page besides, whatever became of the key.
  document.addEventListener('selectstart', event => {
    if (focusedElement()?.role === 'grid') event.preventDefault();
  });
  return message => page.take(message);
});
