import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

import { commands, nodeCommands } from '../../src/manifest';

const root = path.join(__dirname, '../..');

interface Step {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly media: { readonly image: string; readonly altText: string };
  readonly completionEvents: readonly string[];
}

describe('the walkthrough', () => {
  const { contributes } = JSON.parse(read('package.json')) as {
    readonly contributes: { readonly walkthroughs: readonly { readonly steps: readonly Step[] }[] };
  };
  const steps = contributes.walkthroughs.flatMap(walkthrough => walkthrough.steps);
  const offered = Object.values<string>(commands).filter(id => !nodeCommands.some(hidden => hidden === id));

  it('goes from an account over a look-up and a list to people', () => {
    assert.deepEqual(
      steps.map(({ id }) => id),
      ['account', 'lookup', 'list', 'people'],
    );
  });

  for (const { id, description, media, completionEvents } of steps)
    describe(`its step ${id}`, () => {
      it('shows a picture that is there, small enough, with words for who does not see it', () => {
        assert.ok(statSync(path.join(root, media.image)).size < 80 * 1024);
        assert.match(media.altText, /^%.+%$/);
      });

      for (const file of ['package.nls.json', 'package.nls.zh-cn.json', 'package.nls.zh-tw.json'])
        it(`is done by what its buttons do, in ${file}`, () => {
          const texts = JSON.parse(read(file)) as Record<string, string>;
          const buttons = [
            ...(texts[description.slice(1, -1)] ?? '').matchAll(/^\[[^\]]+\]\(command:([\w.]+)\)$/gm),
          ];
          assert.ok(buttons.length > 0);
          for (const [, command = ''] of buttons) {
            assert.ok(offered.includes(command), command);
            assert.ok(completionEvents.includes(`onCommand:${command}`), command);
          }
        });

      it('is done by commands that exist', () => {
        for (const event of completionEvents)
          assert.ok(offered.includes(event.replace('onCommand:', '')), event);
      });
    });
});

function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}
