import { describe, expect, test } from 'vitest';
import { countStatements } from '../../../../test/count-statements.ts';
import { MUTATION } from '../../../../test/mutation-scene.ts';
import { queueApp } from '../../../../test/queue-scene.ts';
import { addCustomer, expectOk } from '../../../../test/stall.ts';
import { cluesIn } from './clues.ts';

const { app, open } = queueApp();

const of = (suggestions: any[]) =>
  suggestions.map(({ payment_id, orders, reasons }) => [
    payment_id ?? orders.map(({ order_id }: { order_id: number }) => order_id),
    reasons.map(({ code }: { code: string }) => code),
  ]);

describe('suggestions for a mutation', () => {
  test('are payments and orders whose amount, name and number fit, the best first, with why', async () => {
    const scene = await open();
    const named = await addCustomer(scene.shop, 'N', 'Rina Wati', '0813-1111-2222');
    const bought = await scene.checkedOut({ name: 'Rina Wati', phone: '0813-1111-2222' });
    const [exact, other, numbered] = [
      await scene.order(1, { expedition: { id: 1, rate: bought.nominal_invoice - 100_000, name: 'JNE' } }),
      await scene.order(2, { customer_sender_id: named, customer_receiver_id: named }),
      await scene.order(3),
    ];
    const [{ po_number }] = (
      await app().database.pool.query('select po_number from orders where shop_id = $1 and id = $2', [
        scene.shop.shop_id,
        numbered.id,
      ])
    ).rows;
    const id = await scene.comesIn(bought.nominal_invoice, `TRSF E-BANKING CR RINA WATI PO ${po_number}`);
    const { suggestions } = await scene.look(id);
    expect(of(suggestions)).toEqual([
      [bought.payment_id, ['AMOUNT_WITHOUT_CODE', 'NAME']],
      [[numbered.id], ['PO_NUMBER']],
      [[exact.id], ['AMOUNT']],
      [[other.id], ['NAME']],
    ]);
    expect(suggestions[0]).toMatchObject({ amount: bought.nominal_invoice, customer: { name: 'Rina Wati' } });
    // What is suggested can be sent as it is.
    const { orders } = suggestions[3];
    expect(await scene.done(id, 'match', { orders })).toMatchObject({ state: 'MATCHED' });
    expect((await scene.look(id)).suggestions).toEqual([]);
  });

  test('are several orders of a customer that add up to the rest', async () => {
    const scene = await open();
    const orders = [await scene.order(1), await scene.order(2), await scene.order(4)];
    const total = (orders[0]?.total ?? 0) + (orders[2]?.total ?? 0);
    const { suggestions } = await scene.look(await scene.comesIn(total, 'TRSF CR SITI 081234567890'));
    expect(of(suggestions)[0]).toEqual([
      [orders[0]?.id, orders[2]?.id],
      ['AMOUNT_OF_SEVERAL', 'PHONE', 'NAME'],
    ]);
  });

  test('are none of another shop, of COD orders, and of what is paid or not accepted', async () => {
    const [scene, other] = [await open(), await open()];
    await other.order(1);
    const paid = await scene.order(1);
    const id = await scene.comesIn(paid.total, 'TRSF CR SITI');
    expect((await scene.look(id)).suggestions).toHaveLength(1);
    await scene.done(await scene.comesIn(paid.total, 'LAIN'), 'match', { orders: [{ order_id: paid.id }] });
    expect((await scene.look(id)).suggestions).toEqual([]);
  });

  test('are read in a fixed number of statements', async () => {
    const scene = await open();
    const id = await scene.comesIn(110_000, 'TRSF CR SITI RAHAYU 081234567890');
    const look = () => countStatements(app(), () => scene.look(id));
    const few = await look();
    for (let count = 0; count < 8; count += 1) await scene.order();
    expect(await look()).toBe(few);
  });
});

describe('the list of mutations', () => {
  test('is filtered by state, account, direction, days, amount and words, and says the total', async () => {
    const scene = await open();
    const [rina, siti, fee] = await scene.comeIn(
      ['01/03/2026', 'TRSF CR RINA', 50_000],
      ['02/03/2026', 'TRSF CR Sití', 60_000],
      ['02/03/2026', 'BIAYA ADM', -5_000],
    );
    await scene.done(siti ?? 0, 'ignore', { reason: 'modal' });
    const list = async (input: object) => {
      const { body } = expectOk(await scene.shop.call('GET', MUTATION, input));
      return body.data.map((row: { id: number }) => row.id);
    };
    expect(await list({})).toEqual([fee, siti, rina]);
    expect(await list({ state: 'waiting' })).toEqual([rina]);
    expect(await list({ state: 'IGNORED' })).toEqual([siti]);
    expect(await list({ type: 'DEBIT' })).toEqual([fee]);
    expect(await list({ type: 'CREDIT', end_date: '2026-03-01' })).toEqual([rina]);
    expect(await list({ start_date: '2026-03-02' })).toEqual([fee, siti]);
    expect(await list({ amount: 60_000 })).toEqual([siti]);
    expect(await list({ keyword: 'siti trsf' })).toEqual([siti]);
    expect(await list({ bank_id: scene.stall.bank_id, keyword: 'cr' })).toEqual([siti, rina]);
    expect(await list({ bank_id: 999_999_999 })).toEqual([]);
    expect(await list({ per_page: 1, pagination_offset: 2 })).toEqual([siti]);
  });

  test('is read in two statements, however many mutations and matches there are', async () => {
    const scene = await open();
    const order = await scene.order(9);
    for (const id of await scene.comeIn(1_000, 2_000, 3_000, 4_000))
      await scene.done(id, 'match', { orders: [{ order_id: order.id }] });
    const list = () => scene.shop.call('GET', MUTATION, {});
    const many = await countStatements(app(), list);
    const none = await open();
    expect(many).toBe(await countStatements(app(), () => none.shop.call('GET', MUTATION, {})));
  });
});

test('a description says names, phone numbers and PO numbers, and no words of banks', () => {
  expect(cluesIn('TRSF E-BANKING CR 0203/FTSCY/WS95051 MUHAMMAD RIZKI PO#0012 +6281234567890')).toEqual({
    names: ['MUHAMMAD', 'RIZKI'],
    phones: ['6281234567890'],
    po_numbers: [12],
  });
  expect(cluesIn('')).toEqual({ names: [], phones: [], po_numbers: [] });
  expect(cluesIn('PO '.repeat(100_000)).po_numbers).toEqual([]);
});
