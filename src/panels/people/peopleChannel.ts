import { type FromPeople, type ToPeople } from '../../protocol/messages/peopleMessages';
import { type PageChannel } from '../channel';

export type PeopleChannel = PageChannel<FromPeople, ToPeople>;
