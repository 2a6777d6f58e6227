import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diagnose } from '../../src/doctor.ts';
import { startTestApp, type TestApp } from '../harness.ts';
import { Stage } from './interleave.ts';
import { Shop, type Act, type Stocks } from './shelf.ts';

/**
 * Each test runs two requests in every order in which their statements can follow each other. What comes of it,
 * levels, history, orders, counts and both answers, must be what comes of one after the other.
 */

let test_app: TestApp;
let stage: Stage;
let at: Shop;

beforeAll(async () => {
  test_app = await startTestApp();
  stage = await Stage.open(test_app);
  at = await Shop.open(test_app);
});
afterAll(async () => {
  for (const check of await diagnose(test_app.services.db)) expect(check.differences, check.title).toEqual([]);
  await stage.close();
  await test_app.close();
});

async function expectSerial(stocks: Stocks, a: Act, b: Act): Promise<void> {
  const found = await stage.interleave({
    arrange: () => at.arrange(stocks),
    a,
    b,
    observe: (shelf, answers) => at.see(shelf, answers),
  });
  console.log(expect.getState().currentTestName, found.all.length, found.waited, found.deadlocked, found.unlike_serial.length, JSON.stringify(found.serial));
  const [first] = found.unlike_serial;
  if (first) console.log(JSON.stringify(first, null, 1));
  expect(found.deadlocked).toBe(0);
  expect(found.unlike_serial).toEqual([]);
}

const named = (qty: number, which = 0) => at.order([{ qty, warehouse: 'main', which }]);
const free = (qty: number, which = 0) => at.order([{ qty, which }]);

describe('an order and', () => {
  test('another for the last piece', () => expectSerial([{ main: 1 }], free(1), free(1)));
  test('an opname', () => expectSerial([{ main: 5 }], named(2), at.opname('main', [9])));
  test('an opname that finds too little', () => expectSerial([{ main: 5 }], named(2), at.opname('main', [1])));
  test('a transfer that leaves enough', () => expectSerial([{ main: 5, branch: 0 }], named(2), at.transfer('main', [3])));
  test('a transfer, where main can serve only one', () => expectSerial([{ main: 5, branch: 0 }], named(3), at.transfer('main', [3])));
  test('a transfer into, without which it is refused', () => expectSerial([{ main: 1, branch: 5 }], named(3), at.transfer('branch', [3])));
  test('a sync', () => expectSerial([{ main: 5, branch: 2 }], named(3), at.sync(4)));
  test('an update-stock', () => expectSerial([{ main: 5, branch: 2 }], named(3), at.update([['SUB', 3, 'main'], ['ADD', 3, 'branch']])));
  test('an edit', () => expectSerial([{ main: 5 }], named(3), at.edit({ name: 'Sepatu Baru', price: 120_000, main: 4 })));
  test('a deletion of its variation', () => expectSerial([{ main: 5 }, {main: 1}], named(3), at.remove()));
  test('a deletion of its product', () => expectSerial([{ main: 5 }], named(3), at.removeProduct()));
  test('free: a transfer', () => expectSerial([{ main: 5, branch: 0 }], free(3), at.transfer('main', [3])));
  test('free: an opname', () => expectSerial([{ main: 5, branch: 5 }], free(3), at.opname('main', [1])));
  test('free: sync', () => expectSerial([{ main: 0, branch: 5 }], free(3), at.sync(20)));
  test('free: order', () => expectSerial([{ main: 3, branch: 3 }], free(3), free(3)));
});
