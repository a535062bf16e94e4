import { type MemoryFiles, type FileLayer, type OpenFile } from '../../../../src/files';
import { type SharedSecretStore } from '../../../../src/accounts/vault/secretStore';

/** More than any act of a window needs between two operations. */
const patience = 1_000;

/** One window: it goes on only when it is let. */
export class Window {
  /** How many operations it has been let do. */
  steps = 0;
  isOver = false;
  private readonly waiting: { readonly go: () => void; readonly isPause: boolean }[] = [];

  /** Before each operation. */
  turn(isPause = false): Promise<void> {
    return new Promise<void>(resolve => this.waiting.push({ go: resolve, isPause }));
  }

  begin(act: () => Promise<unknown>): void {
    void act()
      .catch(() => undefined)
      .finally(() => (this.isOver = true));
  }

  /** One operation, up to the next. */
  async step(): Promise<void> {
    await this.arrive();
    if (this.isOver) return;
    this.steps++;
    this.waiting.shift()?.go();
    await settled();
    await this.arrive();
  }

  /** Until it has done so many operations in all, waits as for a lock, or is at its end. */
  async run(most = Infinity): Promise<void> {
    await this.arrive();
    while (!this.isOver && !this.waiting[0]?.isPause && this.steps < most) await this.step();
  }

  /** Until its next operation waits for its turn. */
  private async arrive(): Promise<void> {
    for (let waited = 0; !this.isOver && this.waiting.length === 0; waited++) {
      if (waited > patience) throw new Error('The window waits for something that is nobody’s turn.');
      await settled();
    }
  }
}

/** All that needs no turn is done. */
function settled(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}

/** Lets windows go on in turn until all are at their end. */
export async function finish(windows: readonly Window[]): Promise<void> {
  while (windows.some(({ isOver }) => !isOver)) {
    for (const window of windows) {
      await window.step();
      await window.run();
    }
  }
}

/** What a window does to files waits for its turn. What `fails` names is refused as by a full disk. */
export function filesOf(disk: MemoryFiles, window: Window, fails: () => boolean = () => false): FileLayer {
  const inTurn = async <T>(act: () => Promise<T>, mayFail = false): Promise<T> => {
    await window.turn();
    if (mayFail && fails()) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
    return act();
  };
  return {
    mkdir: () => Promise.resolve(),
    removeFolder: folder => disk.removeFolder(folder),
    readdir: folder => inTurn(() => disk.readdir(folder)),
    readFile: file => inTurn(() => disk.readFile(file)),
    stat: file => inTurn(() => disk.stat(file)),
    rename: (from, to) => inTurn(() => disk.rename(from, to), true),
    unlink: file => inTurn(() => disk.unlink(file), true),
    pause: () => window.turn(true),
    open: async (name, flags): Promise<OpenFile> => inTurn(() => disk.open(name, flags), true),
  };
}

/** The same of a keychain that all windows share. */
export function storeOf(store: SharedSecretStore, window: Window): SharedSecretStore {
  const inTurn = async <T>(act: () => Promise<T>): Promise<T> => (await window.turn(), act());
  return {
    name: store.name,
    get: key => inTurn(() => store.get(key)),
    set: (key, secret) => inTurn(() => store.set(key, secret)),
    delete: key => inTurn(() => store.delete(key)),
    keys: () => inTurn(() => store.keys()),
  };
}
