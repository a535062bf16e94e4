import { type Account } from '../accounts';
import { BatchJob } from '../jobs/batches/batchJob';
import { BatchStart } from '../jobs/batches/batchStart';
import { ListDivision } from '../jobs/batches/listDivision';
import { AccountChoice } from '../jobs/accounts/accountChoice';
import { needsNobody } from '../jobs/accounts/readiness';
import { EveryAccount } from '../jobs/people/everyAccount';
import { PersonSearch } from '../jobs/people/personSearch';
import { ErrorExplainer } from '../jobs/reports/errorExplainer';
import { type Workbench } from './workbench';

/** What looks people up and runs batches: made once, for commands, for other extensions and for language models. */
export interface Askers {
  /** Whether a call of the account needs nobody at the keyboard. */
  readonly isReady: (of: Account) => Promise<boolean>;
  readonly every: EveryAccount;
  readonly choice: AccountChoice;
  readonly search: PersonSearch;
  readonly batchJob: BatchJob;
  readonly batchStart: BatchStart;
  readonly explainer: ErrorExplainer;
}

export function askersOf(bench: Workbench): Askers {
  const { registry, active, standing, clients, prefixes, batches, lookupJob, problems } = bench;
  const isReady = (of: Account) => needsNobody(of, bench);
  const every = new EveryAccount(lookupJob, isReady);
  const choice = new AccountChoice({ registry, active, standing }, prefixes, every);
  const division = new ListDivision(registry, prefixes, choice, every);
  const batchJob = new BatchJob(batches, clients, prefixes, problems);
  const showBatch = (batchId: string) => bench.panels.batches.show(batchId);
  return {
    ...{ isReady, every, choice, batchJob },
    search: new PersonSearch(choice, every, lookupJob),
    batchStart: new BatchStart(choice, division, clients, isReady, batches, batchJob, showBatch),
    explainer: new ErrorExplainer(registry),
  };
}
