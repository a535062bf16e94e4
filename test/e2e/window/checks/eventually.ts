/**
 * Runs an assertion until it holds, since nearly everything in VS Code happens a moment later; after `seconds`
 * the last failure is thrown as it was.
 */
export async function eventually<T>(assertion: () => Promise<T> | T, seconds = 15): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    try {
      return await assertion();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }
}
