import { afterEach } from 'vitest';
import { isOverAllShops } from './over-all-shops.ts';
import { shopFaults } from './shop-conditions.ts';

const seen = new Set<string>();
const faults: string[] = [];

/**
 * Hears of every statement that the product sends in tests, and parses each once. The test during which the first of a kind
 * was sent fails where it could not be answered by one node that holds one shop.
 */
export function watchStatement(text: string): void {
  // Lists of values differ by their length alone.
  const kind = text.replaceAll(/\$\d+(?:, \$\d+)+/g, '$1');
  if (seen.has(kind)) return;
  seen.add(kind);
  const found = shopFaults(text, undefined, isOverAllShops(text));
  if (found.length > 0) faults.push(`${found.join('; ')}: ${text}`);
}

// Not where it is sent: an error there may be answered, or expected, like one of the database.
afterEach(() => {
  const found_faults = faults.splice(0);
  if (found_faults.length > 0)
    throw new Error(`statements that are not of one shop:\n${found_faults.join('\n')}`);
});
