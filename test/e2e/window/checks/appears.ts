import type { Locator } from 'playwright-core';

/** Whether something comes into sight within a time, for where it may as well not. */
export function appears(locator: Locator, seconds: number): Promise<boolean> {
  return locator.waitFor({ timeout: seconds * 1000 }).then(
    () => true,
    () => false,
  );
}
