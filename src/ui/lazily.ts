/**
 * Loads at the first call and keeps what came. A failure is not kept: the next call tries again, as after an update
 * of the extension that replaced its files, or a scanner that held one for a moment.
 */
export function lazily<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => {
    loaded ??= load().catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
    return loaded;
  };
}
