import { type Fault } from '../../wechat';

/**
 * A fault that concerns the whole run: quota used up, IP refused, account blocked, network gone. The openids
 * without an outcome were not asked for, or their answer did not arrive; they can be asked for later.
 */
export class BatchStopped extends Error {
  override readonly name = 'BatchStopped';

  constructor(
    readonly fault: Fault,
    options?: ErrorOptions & { readonly since?: number | undefined },
  ) {
    super('The batch was stopped by a fault that would befall every further call.', options);
    this.since = options?.since;
  }

  /** Since when nothing has succeeded, in Unix milliseconds, where an outage stopped it. */
  readonly since: number | undefined;
}
