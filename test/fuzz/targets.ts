import { type Target } from './target';

/** The names of the targets and what reads their inputs; loaded when they are needed. */
export const targets = {
  finder: async () => (await import('./readers/finder')).finder,
  answers: async () => (await import('./readers/answers')).answers,
  journal: async () => (await import('./readers/journal')).journal,
  pairs: async () => (await import('./readers/pairs')).pairs,
  messages: async () => (await import('./readers/messages')).messages,
} as const satisfies Readonly<Record<string, () => Promise<Target>>>;

export type TargetName = keyof typeof targets;

export function isTargetName(name: string): name is TargetName {
  return name in targets;
}
