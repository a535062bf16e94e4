import { type FromPeople, type ToPeople, toPeople } from '../protocol/messages/peopleMessages';
import { openPage } from './page/openPage';
import { PeoplePage } from './people/peoplePage';

openPage<ToPeople, FromPeople>(toPeople, (main, formats, post) => {
  const page = new PeoplePage();
  page.formats = formats;
  page.post = post;
  main.append(page);
  return message => page.take(message);
});
