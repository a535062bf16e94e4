import { findFindings, type People } from '../../people';
import { type PeopleSummary } from '../../tree/peopleItems';

/** People in numbers. */
export async function summaryOf(people: People, at: number): Promise<PeopleSummary> {
  const combinations = people.platforms().flatMap(({ beginning }) => people.combinations(beginning));
  const several = combinations.filter(({ appIds }) => appIds.length > 1);
  return {
    at,
    accounts: new Set(combinations.flatMap(({ appIds }) => appIds)).size,
    several: several.reduce((sum, { persons }) => sum + persons, 0),
    findings: (await findFindings(people)).length,
  };
}
