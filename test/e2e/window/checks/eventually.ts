/** In milliseconds: so long does a first try wait for what it has brought about. */
const first = 2000;

/**
 * Runs an assertion until it holds, since nearly everything in VS Code happens a moment later; after `seconds`
 * the last failure is thrown as it was. A try is told how many milliseconds it may wait for what it does to show: more
 * from try to try, since what a busy machine takes long for would never be seen else.
 */
export async function eventually<T>(
  assertion: (patience: number) => Promise<T> | T,
  seconds = 45,
): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  for (let patience = first; ; patience = Math.min(1.5 * patience, 8 * first)) {
    try {
      return await assertion(patience);
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }
}
