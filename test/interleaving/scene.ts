import { expect } from 'vitest';
import { diagnose } from '../../src/doctor.ts';
import { startTestApp } from '../harness.ts';
import { InterleavedStage, type Interleaving } from './interleave.ts';
import { Shop, type Act, type StockSeen, type Stocks } from './shelf.ts';

interface Options {
  only_those_that_differ?: boolean;
  /** What must be as in a serial run, where that is not all that is seen. */
  compared?: (seen: StockSeen) => unknown;
}

export interface InterleavedScene {
  at: Shop;
  /**
   * Runs two requests on fresh goods in every order in which their statements can follow each other. Nobody is
   * told of a fault or a conflict, and nobody had to be stopped because both waited for each other.
   * @returns the first run of which comes what comes of neither before the other, in levels, history, orders,
   * counts or answers: there should be none
   */
  unlikeSerial(stocks: Stocks, a: Act, b: Act, options?: Options): Promise<Interleaving<unknown>[]>;
  /** Whatever was run, levels are the sums of the ledger, and all else that the doctor knows agrees. */
  close(): Promise<void>;
}

export async function openScene(): Promise<InterleavedScene> {
  const test_app = await startTestApp();
  const stage = await InterleavedStage.open(test_app);
  const at = await Shop.open(test_app);
  return {
    at,
    async unlikeSerial(stocks, a, b, { compared = (seen: StockSeen): unknown => seen, ...rest } = {}) {
      const found = await stage.interleave({
        arrange: () => at.arrange(stocks),
        a,
        b,
        observe: async (shelf, answers) => {
          for (const { status, text } of [answers.a, answers.b])
            expect([200, 404, 422], text).toContain(status);
          return compared(await at.see(shelf, answers));
        },
        ...rest,
      });
      expect(found.deadlocked).toBe(0);
      // One within the other, not only one after the other.
      expect(found.all.length).toBeGreaterThan(2);
      if (process.env['INTERLEAVINGS'] !== undefined)
        console.log(`${expect.getState().currentTestName}: ${found.all.length}, waits in ${found.waited}`);
      return found.unlike_serial.slice(0, 1);
    },
    async close() {
      for (const check of await diagnose(test_app.services.db))
        expect(check.differences, check.title).toEqual([]);
      await stage.close();
      await test_app.close();
    },
  };
}
