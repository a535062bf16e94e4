import { type Account, type Clients } from '../../accounts';
import { type ChangeLog, changeRemark } from '../../changes';
import { type Consent } from './consent';

interface NewRemark {
  readonly account: Account;
  readonly openid: string;
  /** The empty one takes the remark away. */
  readonly remark: string;
}

/** Changes the remark of one follower. */
export class RemarkJob {
  constructor(
    private readonly clients: Pick<Clients, 'for'>,
    private readonly changes: () => Promise<ChangeLog>,
    private readonly log: { info(message: string): void },
  ) {}

  async run(_: Consent, { account, openid, remark }: NewRemark, signal: AbortSignal): Promise<void> {
    const { appId } = account;
    await changeRemark(this.clients.for(appId), await this.changes(), { appId, openid, remark }, { signal });
    this.log.info(`changed ${appId}: the remark of 1 person`);
  }
}
