import assert from 'node:assert/strict';
import { attempt, isProblem, StoreError } from '../../../src/batch/storeError';

const failure = (code: string) => Object.assign(new Error('refused'), { code });

describe('StoreError', () => {
  it('has a sentence of its own for each problem', () => {
    const problems = [
      ...(['tooNew', 'damaged', 'gone', 'busy', 'takenOver', 'cannotRead'] as const),
      ...(['cannotWrite', 'cannotRun', 'cannotRemove'] as const),
    ];
    const errors = problems.map(problem => new StoreError(problem));
    for (const { name, message, code, cause } of errors) {
      assert.equal(name, 'StoreError');
      assert.match(message, /^[A-Z].+\.$/);
      assert.deepEqual([code, cause], [undefined, undefined]);
    }
    assert.equal(new Set(errors.map(({ message }) => message)).size, problems.length);
  });

  it('tells what the file system answered, in its message too', () => {
    const cause = failure('ENOSPC');
    const error = new StoreError('cannotWrite', cause);
    assert.equal(error.message, 'The batch cannot be saved. (ENOSPC)');
    assert.deepEqual([error.code, error.cause], ['ENOSPC', cause]);
  });

  it('keeps a cause that has no code', () => {
    const cause = new Error('odd');
    const error = new StoreError('busy', cause);
    assert.equal(error.message, 'This batch is already running.');
    assert.deepEqual([error.code, error.cause], [undefined, cause]);
  });
});

describe('what the file system refuses', () => {
  const caught = (error: unknown) =>
    attempt('cannotWrite', () => Promise.reject(error as Error)).catch((thrown: unknown) => thrown);

  it('becomes the problem that it is for the caller', async () => {
    const error = await caught(failure('EROFS'));
    assert.ok(error instanceof StoreError);
    assert.deepEqual([error.problem, error.code], ['cannotWrite', 'EROFS']);
  });

  it('is a batch that has gone where the file is not there', async () => {
    const error = await caught(failure('ENOENT'));
    assert.ok(error instanceof StoreError);
    assert.deepEqual([error.problem, error.code], ['gone', 'ENOENT']);
  });

  it('stays as it is where a problem is known already, or where it is no refusal', async () => {
    for (const error of [
      new StoreError('damaged'),
      new StoreError('cannotRead', failure('EIO')),
      new Error('odd'),
    ])
      assert.equal(await caught(error), error);
  });

  it('is nothing where nothing is refused', async () => {
    assert.equal(await attempt('cannotRead', () => Promise.resolve(7)), 7);
  });

  it('is of one problem, and no other error is', () => {
    assert.ok(isProblem(new StoreError('gone'), 'gone'));
    assert.ok(!isProblem(new StoreError('gone'), 'busy'));
    assert.ok(!isProblem(Object.assign(new Error(), { problem: 'gone' }), 'gone'));
    assert.ok(!isProblem(undefined, 'gone'));
  });
});
