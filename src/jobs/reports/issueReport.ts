import { redactPeople } from '../../ui/log/redactPeople';

/** What a maintainer has to know about the place where something went wrong. */
export interface IssueFacts {
  readonly advice: string;
  readonly headings: { readonly what: string; readonly versions: string; readonly log: string };
  readonly versions: readonly (readonly [string, string])[];
  readonly lines: readonly string[];
  /** The user's home folder, whose name is the user's own business. */
  readonly home: string;
}

const lastLines = 60;

/** The text of an issue to be filled in: versions and the last lines of the log, without secrets and people. */
export function issueReport({ advice, headings, versions, lines, home }: IssueFacts): string {
  const shown = lines.slice(-lastLines).map(line => line.replaceAll('`', "'"));
  const text = [
    `<!-- ${advice} -->`,
    `## ${headings.what}`,
    '',
    `## ${headings.versions}`,
    versions.map(([name, version]) => `- ${name}: ${version}`).join('\n'),
    `## ${headings.log}`,
    ['```', ...shown, '```'].join('\n'),
  ].join('\n\n');
  const nowhere = home.length > 1 ? text.replaceAll(home, '~') : text;
  return `${redactPeople(nowhere)}\n`;
}
