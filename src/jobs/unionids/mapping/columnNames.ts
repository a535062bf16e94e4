import { type MappingContent } from '../../../people';

/** Characters of an account's name in that of a column: databases take some twenty Chinese ones. */
const longestAccount = 16;
const longestKey = 60;

/** Names for the columns of a mapping that a program takes as they are, no two of them alike. */
export function columnNames(
  contents: readonly MappingContent[],
  nameOf: (appId: string) => string,
): readonly string[] {
  const taken = new Set<string>();
  return contents.map(content => {
    const wanted = nameFor(content, nameOf);
    let name = wanted;
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${wanted}_${number}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

function nameFor(content: MappingContent, nameOf: (appId: string) => string): string {
  switch (content.kind) {
    case 'unionid':
      return 'unionid';
    case 'openid': {
      const name = asWord(nameOf(content.appId), longestAccount);
      return `openid_${name === '' ? asWord(content.appId, longestAccount * 2) : name}`;
    }
    case 'key': {
      const name = asWord(content.name, longestKey);
      return name === '' ? 'key' : name;
    }
  }
}

function asWord(text: string, longest: number): string {
  const word = text.trim().replace(/[^\p{L}\p{N}]+/gu, '_');
  return Array.from(word.replace(/^_+|_+$/g, ''))
    .slice(0, longest)
    .join('');
}
