import { readOne } from '../../fuzz/attempts';
import { isTargetName, type TargetName, targets } from '../../fuzz/targets';
import { sized } from '../../form';
import { useFakeVSCode } from '../../fakeVSCode';

/** So many inputs take some seconds; `npm run fuzz` goes on for a minute each. */
const inputs: Readonly<Record<TargetName, number>> = {
  finder: 1000,
  answers: 700,
  journal: 300,
  pairs: 700,
  messages: 100,
};

describe('any input (the short form of `npm run fuzz`)', function () {
  this.timeout(120_000);
  useFakeVSCode();

  for (const name of Object.keys(targets).filter(isTargetName)) {
    const count = sized(20, 1) * inputs[name];
    it(`is read by ${name} without an error: ${count} inputs`, async () => {
      const target = await targets[name]();
      for (let number = 0; number < count; number++) await readOne(target, 1, number);
    });
  }
});
