import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openScene, type InterleavedScene } from './scene.ts';
import type { StockSeen } from './shelf.ts';

vi.setConfig({ testTimeout: 120_000 });

let scene: InterleavedScene;

beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());

const unlikeSerial: InterleavedScene['unlikeSerial'] = (...pair) => scene.unlikeSerial(...pair);

/** An order that names its warehouse. */
const fromMain = (qty: number) => scene.at.order([{ qty, warehouse: 'main' }]);
/** An order that leaves the choice of the warehouse to the shop. */
const fromAny = (qty: number) => scene.at.order([{ qty }]);

describe('an order in every order of steps with', () => {
  test('another for the last piece: one gets it, the other is told that 0 are left', async () => {
    const statuses = new Set<string>();
    const compared = (seen: StockSeen) => {
      statuses.add(`${seen.answers.a.status} ${seen.answers.b.status}`);
      return seen;
    };
    expect(await unlikeSerial([{ main: 1 }], fromMain(1), fromMain(1), { compared })).toEqual([]);
    expect(statuses).toEqual(new Set(['200 422', '422 200']));
  });

  test('an opname of what it takes', async () =>
    expect(await unlikeSerial([{ main: 5 }], fromMain(2), scene.at.opname('main', [1]))).toEqual([]));

  test('a transfer of what it takes: one of both is served', async () =>
    expect(await unlikeSerial([{ main: 5, branch: 0 }], fromMain(3), scene.at.transfer('main', [3]))).toEqual(
      [],
    ));

  test('a transfer of what it lacks: it is served after it, and refused before it', async () =>
    expect(
      await unlikeSerial([{ main: 1, branch: 5 }], fromMain(3), scene.at.transfer('branch', [3])),
    ).toEqual([]));

  test('a sync', async () =>
    expect(await unlikeSerial([{ main: 5, branch: 2 }], fromMain(3), scene.at.sync(4))).toEqual([]));

  test('an update of the stock by adding and taking', async () =>
    expect(
      await unlikeSerial(
        [{ main: 5, branch: 2 }],
        fromMain(3),
        scene.at.update([
          ['SUB', 3, 'main'],
          ['ADD', 3, 'branch'],
        ]),
      ),
    ).toEqual([]));

  test('an edit: it has price, name and stock of before or of after', async () =>
    expect(
      await unlikeSerial(
        [{ main: 5 }],
        fromMain(3),
        scene.at.edit({ name: 'Sepatu Baru', price: 120_000, main: 4 }),
      ),
    ).toEqual([]));

  test('the deletion of its variation', async () =>
    expect(await unlikeSerial([{ main: 5 }, { main: 1 }], fromMain(3), scene.at.remove())).toEqual([]));

  test('the deletion of its product', async () =>
    expect(await unlikeSerial([{ main: 5 }], fromMain(3), scene.at.removeProduct())).toEqual([]));
});

describe('an order that leaves its warehouse open, in every order of steps with', () => {
  test('another that takes all of the main warehouse: both are served', async () =>
    expect(await unlikeSerial([{ main: 3, branch: 3 }], fromAny(3), fromAny(3))).toEqual([]));

  test('a transfer that empties the main warehouse: it is served from where the goods are', async () =>
    expect(await unlikeSerial([{ main: 5, branch: 0 }], fromAny(3), scene.at.transfer('main', [3]))).toEqual(
      [],
    ));

  // Any warehouse that holds enough is right. It is chosen by what was read: the branch, where the sync fills
  // the main warehouse in between, though after the sync the main one would have been first.
  test('a sync that fills the main warehouse: it is served, from whichever holds enough', async () =>
    expect(
      await unlikeSerial([{ main: 0, branch: 5 }], fromAny(3), scene.at.sync(20), { compared: inAll }),
    ).toEqual([]));
});

function inAll({ answers, variations, orders }: StockSeen) {
  return {
    answers,
    pieces: variations.map(({ levels }) => Object.values(levels ?? {}).reduce((sum, held) => sum + held, 0)),
    orders: (orders ?? []).map(({ warehouse: _chosen, ...order }) => order),
  };
}
