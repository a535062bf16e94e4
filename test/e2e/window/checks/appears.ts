import type { Locator } from 'playwright-core';

/** Whether something comes into sight within a time, for where it may as well not. */
export function appears(locator: Locator, seconds: number): Promise<boolean> {
  return locator.waitFor({ timeout: seconds * 1000 }).then(
    () => true,
    () => false,
  );
}

/** Whether something goes out of sight within a time. */
export function goes(locator: Locator, seconds: number): Promise<boolean> {
  return locator.waitFor({ state: 'hidden', timeout: seconds * 1000 }).then(
    () => true,
    () => false,
  );
}
