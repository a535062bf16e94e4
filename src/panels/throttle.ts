/** Runs something at most once in a span of time, and once more after the last call. */
export class Throttle {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly milliseconds: number,
    private readonly run: () => void,
  ) {}

  call(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.run();
    }, this.milliseconds);
  }

  dispose(): void {
    clearTimeout(this.timer);
  }
}
