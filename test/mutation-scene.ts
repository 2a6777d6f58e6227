import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { diagnose } from '../src/doctor.ts';
import { startTestApp, type Answered, type TestApp, type TestShop } from './harness.ts';
import { expectOk, openStall, type Stall } from './stall.ts';
import { formWithFile } from './upload.ts';

/* oxlint-disable typescript/no-explicit-any -- bodies of answers are looked into freely */

export const MUTATION = '/api/open/bank/mutation';
export const IMPORT = `${MUTATION}/import`;

/** A row of a statement: day, description, amount (below 0: it went out), balance. */
export type Row = readonly [day: string, text: string, amount: number, balance?: number];

/** A statement as CSV. */
export function statementOf(rows: readonly Row[]): string {
  return [
    'Tanggal;Keterangan;Debet;Kredit;Saldo',
    ...rows.map(([day, text, amount, balance = '']) =>
      [day, text, amount < 0 ? -amount : '', amount > 0 ? amount : '', balance].join(';'),
    ),
  ].join('\n');
}

/** A shop with a bank account whose statements are imported: another one for each test. */
export interface MutationScene {
  app: TestApp;
  shop: TestShop;
  stall: Stall;
  upload: (file: string | Buffer, fields?: Record<string, string>) => Promise<Answered>;
  /** The same, and what it is a preview of. */
  uploaded: (file: string | Buffer | readonly Row[], fields?: Record<string, string>) => Promise<any>;
  act: (id: number, what: 'apply' | 'undo') => Promise<Answered>;
  /** Applies or undoes an import, with the jobs that it needs. */
  run: (id: number, what: 'apply' | 'undo') => Promise<any>;
  /** Uploads a statement and applies it. */
  imported: (rows: readonly Row[], fields?: Record<string, string>) => Promise<any>;
  look: (id: number) => Promise<any>;
  rows: (id: number, input?: object) => Promise<any[]>;
  /** All mutations that are recorded, the oldest first, as they are stored. */
  recorded: () => Promise<any[]>;
}

/** Opens a shop before each test of a file, and looks after all of them whether the books agree. */
export function mutationScene(options: Parameters<typeof startTestApp>[0] = {}): MutationScene {
  const scene: MutationScene = {
    app: undefined as never,
    shop: undefined as never,
    stall: undefined as never,
    async upload(file, fields = {}) {
      const form = await formWithFile(file, 'mutasi.csv', {
        bank_id: String(scene.stall.bank_id),
        ...fields,
      });
      return scene.shop.call('POST', IMPORT, form.body, form.headers);
    },
    uploaded: async (file, fields) =>
      expectOk(
        await scene.upload(
          typeof file === 'string' || Buffer.isBuffer(file) ? file : statementOf(file),
          fields,
        ),
      ).body.data,
    act: (id, what) => scene.shop.call('POST', `${IMPORT}/${id}/${what}`),
    async run(id, what) {
      expectOk(await scene.act(id, what));
      await scene.app.runJobs();
      return scene.look(id);
    },
    imported: async (rows, fields) => scene.run((await scene.uploaded(rows, fields)).id, 'apply'),
    look: async (id) => expectOk(await scene.shop.call('GET', `${IMPORT}/${id}`)).body.data,
    rows: async (id, input = {}) =>
      expectOk(await scene.shop.call('GET', `${IMPORT}/${id}/rows`, { per_page: '100', ...input })).body.data,
    recorded: async () =>
      (
        await scene.app.database.pool.query(
          `select id::int, day::text, direction, amount_idr::int, occurrence, description, balance_idr::int, state, fault, is_pending,
             provider, provider_ref, bank_account_id::int, account_key
           from bank_mutations where shop_id = $1 order by day, id`,
          [scene.shop.shop_id],
        )
      ).rows,
  };
  beforeAll(async () => {
    scene.app = await startTestApp({ pool_size: 20, ...options });
  });
  beforeEach(async () => {
    scene.shop = await scene.app.openShop();
    scene.stall = await openStall(scene.shop, { stocks: [100_000] });
  });
  afterAll(async () => {
    for (const { title, differences } of await diagnose(scene.app.services.db))
      expect(differences, title).toEqual([]);
    await scene.app.close();
  });
  return scene;
}
