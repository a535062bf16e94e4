import { EventEmitter } from 'vscode';

const dayMs = 86_400_000;
/** Quotas are counted by the day of Beijing, UTC+8. */
const beijingMs = 8 * 3_600_000;

/** What the last check of an account told about its quotas, in words. Of today, and of this window only. */
export class QuotaNotes {
  private readonly changed = new EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly notes = new Map<string, { text: string; day: number }>();

  constructor(private readonly now: () => number = Date.now) {}

  set(appId: string, text: string): void {
    this.notes.set(appId, { text, day: this.today() });
    this.changed.fire();
  }

  of(appId: string): string | undefined {
    const note = this.notes.get(appId);
    return note?.day === this.today() ? note.text : undefined;
  }

  private today(): number {
    return Math.floor((this.now() + beijingMs) / dayMs);
  }
}
