import { type ReportView, type StepState } from '../../protocol/views/reportView';
import { redactPeople } from '../../ui/log/redactPeople';

const marks: Readonly<Record<StepState, string>> = {
  waiting: '…',
  running: '…',
  pass: '✅',
  warn: '⚠️',
  fail: '❌',
  skipped: '➖',
};

/** A report as Markdown for a ticket or a chat: without secrets, tokens and openids. */
export function reportMarkdown({ title, origin, summary, steps, facts, blocks }: ReportView): string {
  const parts = [
    `# ${inline(title)}`,
    origin.map(inline).join(' · '),
    summary ? `**${inline(summary.text)}**` : '',
    steps
      .map(
        ({ title: step, state, stateLabel, detail }) =>
          `- ${marks[state]} **${inline(step)}** (${stateLabel})${detail === '' ? '' : `: ${inline(detail)}`}`,
      )
      .join('\n'),
    facts.map(({ label, value }) => `- ${inline(label)}: ${inline(value)}`).join('\n'),
    ...blocks.map(block => `## ${inline(block.title)}\n\n${fenced(block.text)}`),
  ];
  return `${redactPeople(parts.filter(part => part !== '').join('\n\n'))}\n`;
}

/** Names and messages are text: no character of theirs becomes markup or a line of its own. */
function inline(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#]/g, mark => `\\${mark}`);
}

/** The fence is longer than any in the text. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}
