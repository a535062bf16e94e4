import assert from 'node:assert/strict';

import { commands } from '../../../../src/manifest';
import { paths } from '../../useExtension';
import { boxes, header, headerText, other, useCredentials } from './useCredentials';

describe('an account', () => {
  const { extension, person, server, edit, credential, kept, newToken, lookUp, assertNothingLeaked } =
    useCredentials();

  it('changes between all kinds, and leaves no secret of the one before', async () => {
    await extension.register(extension.account);
    await extension.run(commands.refresh);
    person.chooses(boxes.change, other).chooses(boxes.kinds, 'Token server');
    person.types(boxes.address, server().url).types(boxes.header, headerText);
    await edit();
    assert.deepEqual(kept(), [header.value]);
    person.chooses(boxes.change, other).chooses(boxes.kinds, 'Access token').types(boxes.token, newToken());
    await edit();
    assert.deepEqual([await credential(), kept()], [{ kind: 'accessToken' }, []]);
    await lookUp();
    person.chooses(boxes.change, other).chooses(boxes.kinds, 'No API');
    await edit();
    assert.deepEqual(await credential(), { kind: 'none' });
    person
      .chooses(boxes.change, other)
      .chooses(boxes.kinds, 'AppSecret')
      .types(boxes.secret, extension.account.secret);
    await edit();
    assert.deepEqual(kept(), [extension.account.secret]);
    await lookUp();
    assert.equal(extension.weChat.calls(paths.userInfo), 2);
    await assertNothingLeaked();
  });
});
