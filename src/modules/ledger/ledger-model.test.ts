import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/harness.ts';
import { ModelBooks } from '../../../test/ledger-books.ts';
import { Pipeline } from '../../../test/pipelined.ts';
import type { Context } from '../../kernel/context.ts';
import { withoutTimeLimits } from '../../kernel/database/connection.ts';
import { findBalanceDifferences, findHoldDifferences, findTransferDifferences } from './differences.ts';
import { credit, debit, decideTransfer, transferAll, transfer, type Leg, type Transfer } from './index.ts';
import type { AccountKind } from './account-kinds.ts';

/* Sequences in a run; LEDGER_SEQUENCES=100000 for all that the product is held to. */
const SEQUENCES = Number(process.env['LEDGER_SEQUENCES'] ?? 500);
/** Played beside each other, each in a shop of its own. */
const LANES = 8;
/** One of so many is played with real twins, each call by itself. */
const ALONE_EVERY = 20;
/** Shops that are made at once. */
const SHOPS = 500;

let app: TestApp;
let owner: Context;

beforeAll(async () => {
  app = await startTestApp({ pool_size: LANES + 2 });
  owner = (await app.openShop()).context();
});
afterAll(() => app.close());

/** How a step is done: well; twice at once; or so that its transaction ends before the commit, and it is done again. */
const HOWS = ['once', 'once', 'once', 'twins', 'crash', 'replay'] as const;
type How = (typeof HOWS)[number];

interface Scene {
  context: Context;
  books: ModelBooks;
  /** All steps go to the database in one message; undefined: each by itself, and twins beside each other. */
  pipeline: Pipeline | undefined;
}

type Step = (scene: Scene) => Promise<unknown>;

const order = fc.integer({ min: 1, max: 4 });
const customer = fc.integer({ min: 1, max: 2 });
/** What is taken: small, so that it is there often and short now and then. */
const amount = fc.oneof(
  { arbitrary: fc.integer({ min: 1, max: 40 }), weight: 9 },
  fc.constant(1_000_000_000),
);
/** What comes in: all that a payment can be. */
const income = fc.oneof(
  { arbitrary: fc.integer({ min: 60, max: 100 }), weight: 9 },
  fc.constant(999_999_999_999),
);
/** Causes repeat: what is done under one that is known is nothing new. */
const number = fc.integer({ min: 1, max: 5 });
const how = fc.constantFrom(...HOWS);

/** Ends a transaction in the middle, as the death of its process does. */
class Crash extends Error {}

async function mustCrash(dying: Promise<unknown>): Promise<void> {
  const ended = await dying.catch((error: unknown) => error);
  if (!(ended instanceof Crash)) throw new Error('it did not end in the middle', { cause: ended });
}

/** As `expect` does, for a million comparisons. */
function mustBe(outcomes: readonly string[], expected: readonly string[]): void {
  if (outcomes.toSorted().join() !== expected.toSorted().join()) expect(outcomes).toEqual(expected);
}

/**
 * Does something as the step says, and looks whether it comes out as in the model. Whatever is sent is sent before the
 * first wait, if it goes through a pipeline.
 */
async function doStep(
  { context, pipeline }: Scene,
  how_done: How,
  { run, expect: outcomeOf }: { run: (inner: Context) => Promise<string>; expect: () => string },
): Promise<void> {
  const dying = how_done === 'crash' ? crash(context, pipeline, run) : undefined;
  if (pipeline === undefined) await dying;
  const times = how_done === 'twins' || how_done === 'replay' ? 2 : 1;
  const expected = Array.from({ length: times }, outcomeOf);
  const first = run(context);
  if (how_done === 'replay' && pipeline === undefined) await first;
  const outcomes = await Promise.all([first, ...(times === 2 ? [run(context)] : [])]);
  await dying;
  mustBe(outcomes, expected);
}

async function crash(
  context: Context,
  pipeline: Pipeline | undefined,
  run: (inner: Context) => Promise<unknown>,
): Promise<void> {
  if (pipeline === undefined) {
    const dying = context.transaction(async (inner) => {
      await run(inner);
      throw new Crash();
    });
    return mustCrash(dying);
  }
  // What came before is kept: it is in one transaction with this otherwise.
  pipeline.say('commit');
  pipeline.say('begin');
  const ran = run(context);
  pipeline.say('rollback');
  await ran;
}

function write(scene: Scene, how_done: How, all: Transfer[], is_pending = false): Promise<void> {
  const [first] = all;
  return doStep(scene, how_done, {
    run: (inner) =>
      is_pending && first !== undefined ? transfer(inner, { ...first, is_pending }) : transferAll(inner, all),
    expect: () => scene.books.write(all, is_pending ? 'PENDING' : 'POSTED'),
  });
}

/** A transfer with a cause of its words and number. */
const moved = (
  kind: Transfer['kind'],
  word: string,
  legs: (given: { idr: number; subject_id: number; order_id: number }) => Leg[],
  idr = amount,
) =>
  fc.record({ number, idr, subject_id: customer, order_id: order, how }).map(
    (given): Step =>
      (scene) =>
        write(scene, given.how, [
          {
            cause: `${word}:${given.number}:${given.order_id}`,
            kind,
            order_id: given.order_id,
            legs: legs(given),
          },
        ]),
  );

const paid = moved(
  'CHARGE_PAID',
  'paid',
  ({ idr }) => [
    debit('ORDERPAY_ON_HOLD', idr),
    debit('FEES', 1),
    credit('ORDERS', idr),
    credit('ADMIN_FEES', 1),
  ],
  income,
);
const paidElsewhere = moved(
  'CHARGE_PAID',
  'own',
  ({ idr }) => [debit('GATEWAY_CLEARING', idr), credit('ORDERS', idr)],
  income,
);
const late = moved(
  'CHARGE_LATE',
  'late',
  ({ idr, subject_id }) => [
    debit('CUSTOMER_FUNDS', idr, { subject_id }),
    credit('CUSTOMER_BALANCE', idr, { subject_id }),
  ],
  income,
);
const delivered = moved('ORDER_DELIVERED', 'delivered', ({ idr }) => [
  credit('ORDERPAY_ON_HOLD', idr),
  debit('ORDERPAY_AVAILABLE', idr),
]);
const takenBack = moved('DELIVERY_TAKEN_BACK', 'taken-back', ({ idr }) => [
  credit('ORDERPAY_AVAILABLE', idr),
  debit('ORDERPAY_ON_HOLD', idr),
]);
const rejected = moved('ORDER_REJECTED', 'rejected', ({ idr, subject_id }) => [
  debit('ORDERS', idr),
  credit('REFUNDS_DUE', idr, { subject_id }),
  debit('CUSTOMER_FUNDS', idr, { subject_id }),
  credit('ORDERPAY_ON_HOLD', idr),
]);
const refundFee = moved('REFUND_FEE', 'refund-fee', ({ idr }) => [
  debit('FEES', idr),
  credit('FEES_DUE', idr),
]);
const settled = moved('REFUND_SETTLED', 'settled', ({ idr, subject_id }) => [
  debit('REFUNDS_DUE', idr, { subject_id }),
  credit('OUTSIDE', idr),
  credit('CUSTOMER_FUNDS', idr, { subject_id }),
  debit('ORDERPAY_AVAILABLE', idr),
]);
const paidByBalance = moved('BALANCE_PAID', 'balance', ({ idr, subject_id }) => [
  debit('CUSTOMER_BALANCE', idr, { subject_id }),
  credit('ORDERS', idr),
  debit('ORDERPAY_ON_HOLD', idr),
  credit('CUSTOMER_FUNDS', idr, { subject_id }),
]);
const collected = moved(
  'COD_ENTERED',
  'cod',
  ({ idr, subject_id }) => [debit('COD_RECEIVABLE', idr, { subject_id }), credit('ORDERS', idr)],
  income,
);
const returned = moved('WITHDRAWAL_RETURNED', 'withdrawal-returned', ({ idr }) => [
  debit('ORDERPAY_AVAILABLE', idr),
  credit('OUTSIDE', idr),
]);

/** Delivered, with the fees that are due taken of it: two transfers at once, all or none. */
const deliveredWithFees = fc
  .record({ number, idr: amount, order_id: order, fee: amount, how })
  .map((given): Step => (scene) => {
    const { idr, order_id, fee } = given;
    const cause = `delivered-fees:${given.number}`;
    const fees = [debit('FEES_DUE', fee), credit('ORDERPAY_AVAILABLE', fee)];
    return write(scene, given.how, [
      {
        cause,
        kind: 'ORDER_DELIVERED',
        order_id,
        legs: [credit('ORDERPAY_ON_HOLD', idr), debit('ORDERPAY_AVAILABLE', idr)],
      },
      { cause: `${cause}:fees`, kind: 'FEES_COLLECTED', order_id, legs: fees },
    ]);
  });

const withdrawal = fc
  .record({ number, idr: amount, how })
  .map(({ number: nth, idr, how: how_done }): Step => (scene) => {
    const legs = [debit('OUTSIDE', idr), debit('FEES', 1), credit('ORDERPAY_AVAILABLE', idr + 1)];
    return write(scene, how_done, [{ cause: `withdrawal:${nth}`, kind: 'WITHDRAWAL', legs }], true);
  });

const decided = fc
  .record({ number, state: fc.constantFrom('POSTED', 'VOIDED'), how })
  .map(({ number: nth, state, how: how_done }): Step => (scene) => {
    const cause = `withdrawal:${nth}`;
    return doStep(scene, how_done, {
      run: (inner) => decideTransfer(inner, cause, state),
      expect: () => scene.books.decide(cause, state),
    });
  });

const sequence = fc.array(
  fc.oneof(
    { arbitrary: paid, weight: 4 },
    paidElsewhere,
    late,
    { arbitrary: delivered, weight: 3 },
    deliveredWithFees,
    takenBack,
    rejected,
    refundFee,
    settled,
    paidByBalance,
    collected,
    { arbitrary: withdrawal, weight: 3 },
    { arbitrary: decided, weight: 3 },
    returned,
  ),
  { minLength: 1, maxLength: 20, size: 'max' },
);

/** Shops of which the ledger knows that they are there, and nobody else anything. */
async function* makeShops(): AsyncGenerator<number> {
  for (;;) {
    const { rows } = await app.database.pool.query<{ id: number }>(
      `insert into shops (subdomain, name, phone, created_at)
       select 'buku-' || gen_random_uuid(), 'Buku', '081234567890', now() from generate_series(1, $1) returning id`,
      [SHOPS],
    );
    for (const { id } of rows) yield id;
  }
}

/** What was ever moved: who says something known of other accounts leaves them there, empty. */
async function listed({ id }: Context['shop']) {
  const { rows } = await app.database.pool.query(
    `select kind || ' ' || subject_id as account, balance_idr, reserved_idr from ledger_accounts
     where shop_id = $1 and moved_at is not null order by (kind || ' ' || subject_id) collate "C"`,
    [id],
  );
  return rows as ReturnType<ModelBooks['listed']>;
}

const UNBOUND: readonly AccountKind[] = ['COD_RECEIVABLE', 'ORDERS', 'OUTSIDE'];

const lineOf = (account: Awaited<ReturnType<typeof listed>>[number]) =>
  `${account.account} ${account.balance_idr} ${account.reserved_idr}`;

async function play(shop_id: number, steps: readonly Step[], is_alone: boolean): Promise<number> {
  const shop = { ...owner.shop, id: shop_id };
  const pipeline = is_alone ? undefined : new Pipeline(app.database.pool);
  const context = { ...owner, shop, ...(pipeline !== undefined && { db: pipeline.db }) };
  context.transaction = (run) => owner.transaction((inner) => run({ ...inner, shop }));
  const scene: Scene = { context, books: new ModelBooks(), pipeline };
  if (pipeline === undefined) for (const step of steps) await step(scene);
  else {
    const all = Promise.all(steps.map((step) => step(scene)));
    await pipeline.flush();
    await all;
  }
  const accounts = await listed(shop);
  const expected = scene.books.listed();
  mustBe(accounts.map(lineOf), expected.map(lineOf));
  for (const { account, balance_idr, reserved_idr } of accounts)
    if (balance_idr < reserved_idr && !UNBOUND.some((kind) => account.startsWith(kind)))
      throw new Error(`${account} has ${balance_idr}, and ${reserved_idr} are reserved`);
  return scene.books.transfers();
}

test(
  `over ${SEQUENCES} random sequences of money moved, doubled, broken off and said again, the ledger is what a model of it says`,
  { timeout: 120_000 + SEQUENCES * 100 },
  async () => {
    const began = performance.now();
    const shops = makeShops();
    const done = { sequences: 0, steps: 0, transfers: 0 };
    const lane = () =>
      fc.assert(
        fc.asyncProperty(sequence, async (steps) => {
          const { value } = await shops.next();
          const is_alone = done.sequences % ALONE_EVERY === 0;
          const transfers = await play(value, steps, is_alone);
          done.transfers += transfers;
          done.sequences += 1;
          done.steps += steps.length;
        }),
        { numRuns: Math.ceil(SEQUENCES / LANES) },
      );
    await Promise.all(Array.from({ length: LANES }, lane));
    for (const find of [findBalanceDifferences, findTransferDifferences, findHoldDifferences])
      expect(await withoutTimeLimits(app.services.db.withoutPlugins(), find)).toEqual([]);
    const seconds = (performance.now() - began) / 1000;
    console.log(
      `${done.sequences} sequences, ${done.steps} steps, ${done.transfers} transfers in ${seconds.toFixed(1)} s ` +
        `(${Math.round(done.sequences / seconds)} sequences/s)`,
    );
  },
);
