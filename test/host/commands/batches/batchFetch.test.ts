import assert from 'node:assert/strict';
import * as vscode from 'vscode';

import { batchFetch } from '../../../../src/commands/batches/batchFetch';
import { type BatchRequest, type BatchStart } from '../../../../src/jobs/batches/batchStart';
import { Problem } from '../../../../src/ui/problem';
import { MemoryFiles } from '../../memoryFiles';

const scheme = 'lens-batch-memory';
const ada = 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M';
const bo = 'o6_bmjHCrrLBVDYNc-2fQbMpUaE-';
const union = 'ocMvos6NjeKLIBqg5Mr9QjxrP1FA';

describe('wechatOpenid.batchFetch', () => {
  let provider: vscode.Disposable;
  let requests: BatchRequest[];
  const fetch = (argument: unknown, more?: unknown) => {
    const start: Pick<BatchStart, 'run'> = {
      run: request => {
        requests.push(request);
        return Promise.resolve(undefined);
      },
    };
    return batchFetch(start)(argument, more);
  };
  const openids = () => requests.map(({ found }) => found.openids.map(({ openid }) => openid));

  before(() => {
    provider = vscode.workspace.registerFileSystemProvider(scheme, new MemoryFiles(), {
      isCaseSensitive: true,
    });
  });

  after(() => {
    provider.dispose();
  });

  beforeEach(() => (requests = []));

  it('reads each of several files for itself', async () => {
    const uris = [
      await write('first.csv', `id,openid,unionid\n1,${ada},${union}\n`),
      await write('second.csv', `id,unionid,openid\n1,${union},${bo}\n`),
    ];
    await fetch(uris[0], uris);
    assert.deepEqual(openids(), [[ada, bo]]);
    assert.equal(requests[0]?.source, 'first.csv, second.csv');
  });

  it('takes every entry of a list of a caller for an openid', async () => {
    await fetch({ openids: ['openid', 'abc', 'unionid', ` ${ada}`] });
    assert.deepEqual(openids(), [['openid', 'abc', 'unionid', ada]]);
  });

  it('looks for openids in a text of a caller', async () => {
    await fetch({ text: `{"openid":"${ada}","unionid":"${union}"}`, appId: 'wx1', show: false });
    assert.deepEqual(openids(), [[ada]]);
    assert.deepEqual([requests[0]?.appId, requests[0]?.show], ['wx1', false]);
  });

  for (const request of [{ openids: ['x'.repeat(513)] }, { openids: ada }, { openids: [1] }, { text: 7 }]) {
    it(`refuses ${JSON.stringify(request).slice(0, 40)} with a sentence, and asks nothing`, async () => {
      await assert.rejects(async () => fetch(request), Problem);
      assert.deepEqual(requests, []);
    });
  }
});

async function write(name: string, text: string): Promise<vscode.Uri> {
  const uri = vscode.Uri.from({ scheme, path: `/${name}` });
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}
