import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openScene, type InterleavedScene } from './scene.ts';

vi.setConfig({ testTimeout: 120_000 });

let scene: InterleavedScene;

beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());

const unlikeSerial: InterleavedScene['unlikeSerial'] = (...pair) => scene.unlikeSerial(...pair);

/** Long against long: orders of steps that can't differ are left out. */
const brief = { only_those_that_differ: true };
const first = () => scene.at.edit({ name: 'Sepatu Satu', price: 110_000, main: 7 });
const second = () => scene.at.edit({ name: 'Sepatu Dua', price: 120_000, main: 2, branch: 3 });

describe('in every order of steps', () => {
  test('two edits of one product: name, price and stock are all of one or all of the other', async () =>
    expect(await unlikeSerial([{ main: 5, branch: 1 }], first(), second())).toEqual([]));
});

describe('in every order of steps that can differ', () => {
  test('two edits of one product that are the first to put goods into a warehouse', async () =>
    expect(
      await unlikeSerial(
        [{ main: 5 }],
        second(),
        scene.at.edit({ name: 'Sepatu', price: 1_000, branch: 4 }),
        brief,
      ),
    ).toEqual([]));

  test('an edit and a deletion of its variation', async () =>
    expect(await unlikeSerial([{ main: 5 }, { main: 1 }], first(), scene.at.remove(), brief)).toEqual([]));

  test('an opname and a transfer out of what it counts', async () =>
    expect(
      await unlikeSerial(
        [{ main: 5, branch: 2 }],
        scene.at.opname('main', [2]),
        scene.at.transfer('main', [3]),
        brief,
      ),
    ).toEqual([]));

  test('an opname and a transfer into what it counts', async () =>
    expect(
      await unlikeSerial(
        [{ main: 5, branch: 2 }],
        scene.at.opname('branch', [9]),
        scene.at.transfer('main', [3]),
        brief,
      ),
    ).toEqual([]));

  test('an opname of a warehouse and the first transfer into it', async () =>
    expect(
      await unlikeSerial(
        [{ main: 5 }],
        scene.at.opname('branch', [9]),
        scene.at.transfer('main', [3]),
        brief,
      ),
    ).toEqual([]));

  test('an opname and a transfer of two variations', async () =>
    expect(
      await unlikeSerial(
        [{ main: 5, branch: 2 }, { main: 5 }],
        scene.at.opname('branch', [9, 1]),
        scene.at.transfer('main', [3, 4]),
        brief,
      ),
    ).toEqual([]));

  test('two opnames of one warehouse', async () =>
    expect(
      await unlikeSerial([{ main: 5 }], scene.at.opname('main', [2]), scene.at.opname('main', [8]), brief),
    ).toEqual([]));

  test('two opnames of a warehouse that never had the goods', async () =>
    expect(
      await unlikeSerial(
        [{ main: 5 }],
        scene.at.opname('branch', [2]),
        scene.at.opname('branch', [8]),
        brief,
      ),
    ).toEqual([]));

  test('two transfers, to and fro', async () =>
    expect(
      await unlikeSerial(
        [{ main: 5, branch: 2 }],
        scene.at.transfer('main', [3]),
        scene.at.transfer('branch', [4]),
        brief,
      ),
    ).toEqual([]));

  test('two transfers of more than there is for both', async () =>
    expect(
      await unlikeSerial(
        [{ main: 5, branch: 2 }],
        scene.at.transfer('main', [3]),
        scene.at.transfer('main', [4]),
        brief,
      ),
    ).toEqual([]));

  test('a sync and a transfer', async () =>
    expect(
      await unlikeSerial([{ main: 5, branch: 2 }], scene.at.sync(4), scene.at.transfer('main', [3]), brief),
    ).toEqual([]));

  test('a sync and goods that come in first to where it books', async () =>
    expect(
      await unlikeSerial([{ branch: 2 }], scene.at.sync(9), scene.at.update([['ADD', 3, 'main']]), brief),
    ).toEqual([]));

  test('a deletion and an opname', async () =>
    expect(
      await unlikeSerial([{ main: 5 }, { main: 1 }], scene.at.remove(), scene.at.opname('main', [8]), brief),
    ).toEqual([]));

  test('a deletion and a transfer', async () =>
    expect(
      await unlikeSerial(
        [{ main: 5 }, { main: 1 }],
        scene.at.remove(),
        scene.at.transfer('main', [3]),
        brief,
      ),
    ).toEqual([]));
});
