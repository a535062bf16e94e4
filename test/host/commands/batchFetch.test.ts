import assert from 'node:assert/strict';
import * as vscode from 'vscode';

import { batchFetch } from '../../../src/commands/batchFetch';
import { type BatchRequest, type BatchStart } from '../../../src/jobs/batchStart';
import { MemoryFiles } from '../memoryFiles';

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
});

async function write(name: string, text: string): Promise<vscode.Uri> {
  const uri = vscode.Uri.from({ scheme, path: `/${name}` });
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}
