import { type Cell } from './cell';
import { faults } from './faults';
import { operations } from './operations';

/** What is known of a cell; the table is written as a file that people read, and read as one that is compared. */
export type Cells = ReadonlyMap<string, string>;

export function keyOf(operation: string, fault: string): string {
  return `${operation} | ${fault}`;
}

const introduction = `# What a fault of WeChat comes to

Each part is something that a user does, and each row something that goes wrong at WeChat or on the way to it, struck by a
simulated WeChat over HTTP. What the user is told stands as it is shown; nothing is told where nothing is left to be done.
*At once*: it was done nevertheless. *Once it is over*: it was not done then, and was brought to its end afterwards, by
Resume or by asking again. In every row it was compared what is kept, before, after, and at the end: accounts, secrets,
look-ups, answers of batches, openids of lists. Nothing may be lost.

\`npm run matrix\` writes this file; tests fail where it says something else than what happens.
`;

export function tableText(cells: Cells): string {
  const parts = operations.map(({ name }) => {
    const rows = faults.map(fault => `| ${fault.name} | ${cells.get(keyOf(name, fault.name)) ?? ''} |`);
    return [`## ${name}`, '', '| Fault | Told | Done |', '|---|---|---|', ...rows].join('\n');
  });
  return `${[introduction, ...parts].join('\n').replaceAll('\n## ', '\n\n## ').trimEnd()}\n`;
}

/** The rest of a row, behind the fault. */
export function cellText({ told, end }: Cell): string {
  return `${told === '' ? '–' : told.replaceAll('|', '\\|')} | ${end}`;
}

export function cellsIn(text: string): Cells {
  const cells = new Map<string, string>();
  let operation = '';
  for (const line of text.split('\n')) {
    operation = /^## (.*)/.exec(line)?.[1] ?? operation;
    const [, fault, rest] = /^\| (.*?) \| (.*) \|$/.exec(line) ?? [];
    if (fault !== undefined && rest !== undefined && fault !== 'Fault')
      cells.set(keyOf(operation, fault), rest);
  }
  return cells;
}
