import { type PeoplePages } from '../../jobs/unionids/peoplePages';
import { type PeoplePlace } from '../../panels';
import { type Handler } from '../command';

/** `wechatOpenid.openPeople`: who is who in all accounts, from what is kept here; a node leads to a part of the page. */
export function openPeople(pages: Pick<PeoplePages, 'open'>): Handler {
  return argument => pages.open(placeOf(argument));
}

function placeOf(argument: unknown): PeoplePlace | undefined {
  if (typeof argument !== 'object' || argument === null || !('place' in argument)) return undefined;
  const { place } = argument;
  return place === 'several' || place === 'findings' ? { kind: place } : undefined;
}
