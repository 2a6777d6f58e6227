import { describe, expect, it } from 'vitest';
import { oneAhead, oneBehind } from './side-by-side.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('steps that run one behind', () => {
  it('begin while the caller goes on, one at a time and in their order', async () => {
    const said: string[] = [];
    const behind = oneBehind();
    for (const name of ['a', 'b', 'c']) {
      await behind.next(async () => {
        said.push(`${name} begins`);
        await turn();
        said.push(`${name} ends`);
      });
      said.push(`after ${name}`);
    }
    await behind.end();
    expect(said.join()).toBe('a begins,after a,a ends,b begins,after b,b ends,c begins,after c,c ends');
  });

  it('a step that fails is told to the caller, who begins no other', async () => {
    const behind = oneBehind();
    let begun = 0;
    await behind.next(() => Promise.reject(new Error('full')));
    await turn();
    await expect(behind.next(() => Promise.resolve((begun += 1)))).rejects.toThrow('full');
    await expect(behind.end()).rejects.toThrow('full');
    expect(begun).toBe(0);
  });
});

describe('items that are made one ahead', () => {
  it('are used in their order, each while the next is made', async () => {
    const said: string[] = [];
    async function* made() {
      for (const item of [1, 2, 3]) {
        said.push(`makes ${item}`);
        await turn();
        yield item;
      }
    }
    await oneAhead(made(), async (item) => {
      said.push(`uses ${item}`);
      await turn();
      await turn();
    });
    expect(said).toEqual(['makes 1', 'makes 2', 'uses 1', 'makes 3', 'uses 2', 'uses 3']);
  });

  it('of two that fail, what failed first is told', async () => {
    async function* made() {
      yield 1;
      await turn();
      throw new Error('deadlock');
    }
    const used: number[] = [];
    const all = oneAhead(made(), async (item) => {
      used.push(item);
      await turn();
      await turn();
      throw new Error('the transaction was rolled back');
    });
    await expect(all).rejects.toThrow('deadlock');
    expect(used).toEqual([1]);
  });

  it('where using one fails, what is being made is waited for, and nothing more is', async () => {
    let making = 0;
    let made_in_all = 0;
    let is_closed = false;
    async function* made() {
      try {
        for (;;) {
          making += 1;
          await turn();
          making -= 1;
          made_in_all += 1;
          yield made_in_all;
        }
      } finally {
        is_closed = true;
      }
    }
    const all = oneAhead(made(), (item) =>
      item === 2 ? Promise.reject(new Error('full')) : Promise.resolve(),
    );
    await expect(all).rejects.toThrow('full');
    expect({ making, is_closed, made_in_all }).toEqual({ making: 0, is_closed: true, made_in_all: 3 });
  });
});
