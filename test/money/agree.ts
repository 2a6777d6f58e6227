import { expect } from 'vitest';

/** What the product has is what the model says. */
export function agree(actual: unknown, expected: unknown, what?: string): void {
  expect(actual, what).toEqual(expected);
}
