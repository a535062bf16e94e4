import { type DisplayLanguage, type Localized, localized } from '../language';

/** WeChat's own groups, which tags/get does not always name. Tags share their numbers. */
const systemGroups: ReadonlyMap<number, Localized> = new Map([
  [0, localized('Ungrouped', '未分组', '未分組')],
  [1, localized('Blacklist', '黑名单', '黑名單')],
  [2, localized('Starred', '星标组', '星標組')],
]);

/** WeChat's own groups by their names in a language. */
export function systemGroupNames(language: DisplayLanguage): ReadonlyMap<number, string> {
  return new Map([...systemGroups].map(([id, names]) => [id, names[language]]));
}

/** The name of a group as WeChat tells it, or else of WeChat's own. Undefined where unknown. */
export function groupName(
  id: number,
  told: ReadonlyMap<number, string> | undefined,
  language: DisplayLanguage,
): string | undefined {
  return told?.get(id) ?? systemGroups.get(id)?.[language];
}
