/** Runs something at most once in a span of time, and once more after the last call. */
export class Throttle {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly milliseconds: number,
    private readonly run: () => void,
  ) {}

  call(): void {
    this.timer ??= setTimeout(() => this.now(), this.milliseconds);
  }

  now(): void {
    this.dispose();
    this.run();
  }

  /** Does not leave undone what was called for. */
  flush(): void {
    if (this.timer) this.now();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
