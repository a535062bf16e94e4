import { type FromProfile, type ToProfile, toProfile } from '../protocol/messages/profileMessages';
import { ProfileCard } from './card/profileCard';
import { goneNotice } from './page/goneNotice';
import { openPage } from './page/openPage';

openPage<ToProfile, FromProfile>(toProfile, (main, formats, post) => {
  const card = new ProfileCard();
  card.formats = formats;
  card.act = action => post({ type: 'action', action });
  main.append(card);

  return message => {
    switch (message.type) {
      case 'profile':
        card.profile = message.profile;
        // Somebody who was no longer kept was looked up again.
        if (!card.isConnected) main.replaceChildren(card);
        // A saved answer has no account that could be asked.
        card.refreshable = message.profile.appId !== '';
        break;
      case 'refreshing':
        card.busy = message.busy;
        break;
      case 'gone':
        main.replaceChildren(goneNotice(message.text));
    }
  };
});
