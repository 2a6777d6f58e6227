import { describe, expect, test } from 'vitest';
import { expectOk } from '../../../../test/stall.ts';
import { IMPORT, mutationScene, statementOf, type Row } from '../../../../test/mutation-scene.ts';
import { formWithFile } from '../../../../test/upload.ts';
import { mutationLimits } from '../limits.ts';

const scene = mutationScene();

const ROWS: readonly Row[] = [
  ['2026-01-05', 'TRSF E-BANKING CR BUDI', 150_123, 1_150_123],
  ['2026-01-05', 'BIAYA ADM', -15_000, 1_135_123],
  ['2026-01-06', 'TRSF E-BANKING CR SITI', 99_000, 1_234_123],
];
const amounts = async () => (await scene.recorded()).map(({ day, amount_idr }) => [day, amount_idr]);

describe('a statement', () => {
  test('is previewed first, then recorded once, and taken back', async () => {
    const preview = await scene.uploaded([...ROWS, ['2026-01-07', 'kosong', 0], ['kemarin', 'X', 5]]);
    expect(preview).toMatchObject({
      bank_id: scene.stall.bank_id,
      file_name: 'mutasi.csv',
      status: 'READY',
      columns: [
        { title: 'Tanggal', read_as: 'day' },
        { title: 'Keterangan', read_as: 'description' },
        { title: 'Debet', read_as: 'debit' },
        { title: 'Kredit', read_as: 'credit' },
        { title: 'Saldo', read_as: 'balance' },
      ],
      counts: { rows: 5, new: 3, known: 0, wrong: 1, passed_over: 1, recorded: 0 },
      credit: 249_123,
      debit: 15_000,
    });
    expect(await scene.recorded()).toEqual([]);
    expect(await scene.rows(preview.id, { outcome: 'new' })).toMatchObject([
      {
        row: 2,
        date: '2026-01-05',
        type: 'CREDIT',
        amount: 150_123,
        description: 'TRSF E-BANKING CR BUDI',
        balance: 1_150_123,
      },
      { row: 3, type: 'DEBIT', amount: 15_000 },
      { row: 4, type: 'CREDIT', amount: 99_000 },
    ]);
    expect(await scene.rows(preview.id, { outcome: 'WRONG' })).toMatchObject([
      {
        row: 6,
        text: 'kemarin | X | 5',
        reason: { code: 'statement_day', text: expect.stringContaining('2026-01-31') },
      },
    ]);

    const applied = await scene.run(preview.id, 'apply');
    expect(applied).toMatchObject({ status: 'APPLIED', counts: { new: 0, recorded: 3, known: 0, wrong: 1 } });
    expect(await scene.recorded()).toMatchObject([
      { day: '2026-01-05', direction: 'CREDIT', amount_idr: 150_123, state: 'QUEUED', fault: 'UNKNOWN' },
      { direction: 'DEBIT', amount_idr: 15_000, state: 'OUTGOING', fault: null },
      { day: '2026-01-06', amount_idr: 99_000, state: 'QUEUED' },
    ]);
    const again = await scene.act(preview.id, 'apply');
    expect([again.status, again.body.code]).toEqual([409, 'mutation_import_status']);

    const undone = await scene.run(preview.id, 'undo');
    expect(undone).toMatchObject({ status: 'UNDONE', counts: { recorded: 0, undone: 3, kept: 0 } });
    expect(await scene.recorded()).toEqual([]);
    expect(await scene.imported(ROWS)).toMatchObject({ counts: { recorded: 3 } });
  });

  test('that is applied many times at once is recorded once', async () => {
    const { id } = await scene.uploaded(ROWS);
    const answers = await Promise.all(Array.from({ length: 6 }, () => scene.act(id, 'apply')));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      200, 409, 409, 409, 409, 409,
    ]);
    expect(await amounts()).toHaveLength(3);
  });

  test('of more rows than one request records is recorded and taken back by jobs, which go on where they were', async () => {
    const count = mutationLimits.mutation_rows_at_once * 2 + 300;
    const many: Row[] = Array.from({ length: count }, (_, place) => [
      `2026-01-${String((place % 28) + 1).padStart(2, '0')}`,
      `TRSF ${place}`,
      1_000 + (place % 40),
    ]);
    const { id } = await scene.uploaded(many);
    expect(expectOk(await scene.act(id, 'apply')).body.data).toMatchObject({
      status: 'APPLYING',
      job_id: expect.any(Number),
    });
    await scene.app.runJobs();
    expect(await scene.look(id)).toMatchObject({ status: 'APPLIED', counts: { recorded: count } });
    expect(await scene.recorded()).toHaveLength(count);
    expect((await scene.uploaded(many)).counts).toMatchObject({ new: 0, known: count });
    expect(await scene.run(id, 'undo')).toMatchObject({ status: 'UNDONE', counts: { undone: count } });
    expect(await scene.recorded()).toEqual([]);
  });

  test('of which nothing is new is not applied, and says so in both languages', async () => {
    await scene.imported(ROWS);
    const { id, counts } = await scene.uploaded(ROWS);
    expect(counts).toMatchObject({ new: 0, known: 3 });
    const refused = await scene.shop.call('POST', `${IMPORT}/${id}/apply`, {}, { 'accept-language': 'id' });
    expect([refused.status, refused.body]).toMatchObject([
      422,
      { code: 'mutation_import_nothing', message: 'Tidak ada baris mutasi yang baru.' },
    ]);
  });
});

describe('the same mutation', () => {
  test('in statements that overlap is one, and two equal ones of a day stay two', async () => {
    const twin: Row = ['2026-01-05', 'BI-FAST CR BUDI', 50_000];
    await scene.imported([twin]);
    expect((await scene.uploaded([twin, twin, ...ROWS])).counts).toMatchObject({ known: 1, new: 4 });
    await scene.imported([twin, twin, ...ROWS]);
    expect((await amounts()).filter(([, amount]) => amount === 50_000)).toHaveLength(2);
    expect((await scene.uploaded([...ROWS, twin, twin])).counts).toMatchObject({ known: 5, new: 0 });
    expect((await scene.uploaded([twin, twin, twin])).counts).toMatchObject({ known: 2, new: 1 });
  });

  test('is told from an equal one by the balance, and by the names in it', async () => {
    await scene.imported([['2026-01-05', 'TRSF E-BANKING CR 0501/FTSCY/WS95031 BUDI', 50_000, 900_000]]);
    const seen = async (...row: Row) => (await scene.uploaded([row])).counts.new;
    expect(await seen('2026-01-05', 'TRSF E-BANKING CR 0501/FTSCY/WS95031 BUDI', 50_000, 950_000)).toBe(1);
    expect(await seen('2026-01-05', 'TRSF E-BANKING CR 0501/FTSCY/WS95031 BUDI', 50_000)).toBe(0);
    expect(await seen('2026-01-05', 'E-BANKING BUDI', 50_000)).toBe(0);
    expect(await seen('2026-01-05', '', 50_000)).toBe(0);
    expect(await seen('2026-01-05', 'TRSF E-BANKING CR 0501/FTSCY/WS95031 SITI', 50_000)).toBe(1);
    expect(await seen('2026-01-05', 'apa saja', 50_000, 900_000)).toBe(0);
    expect(await seen('2026-01-06', 'TRSF E-BANKING CR 0501/FTSCY/WS95031 BUDI', 50_000)).toBe(1);
    expect(await seen('2026-01-05', 'TRSF E-BANKING DB 0501/FTSCY/WS95031 BUDI', -50_000)).toBe(1);
  });

  test('by two imports at once is one', async () => {
    const [one, two] = [await scene.uploaded(ROWS), await scene.uploaded(ROWS)];
    expect([one.counts.new, two.counts.new]).toEqual([3, 3]);
    await Promise.all(
      [scene.act(one.id, 'apply'), scene.act(two.id, 'apply')].map(async (act) => expectOk(await act)),
    );
    const counts = [await scene.look(one.id), await scene.look(two.id)].map((found) => found.counts);
    expect(counts.map(({ recorded, known }) => `${recorded} ${known}`).toSorted()).toEqual(['0 3', '3 0']);
    expect(await amounts()).toHaveLength(3);
  });

  test('that was pending is the booked one, with the day on which it was booked', async () => {
    const file = (...rows: string[]) =>
      ['Periode : 01/01/2026 - 04/01/2026', 'Tanggal,Keterangan,Cabang,Jumlah,,Saldo', ...rows].join('\n');
    await scene.run((await scene.uploaded(file(`PEND,TRSF CR BUDI,0000,"50,123.00",CR,0`))).id, 'apply');
    expect(await scene.recorded()).toMatchObject([
      { day: '2026-01-04', is_pending: true, state: 'QUEUED', fault: 'PENDING' },
    ]);
    const booked: Row = ['2026-01-05', 'TRSF CR BUDI', 50_123, 800_000];
    expect(await scene.imported([booked, ROWS[0] as Row])).toMatchObject({
      counts: { recorded: 1, known: 1 },
    });
    expect(await scene.recorded()).toMatchObject([
      { day: '2026-01-05', is_pending: false, balance_idr: 800_000, state: 'QUEUED', fault: 'UNKNOWN' },
      { amount_idr: 150_123 },
    ]);
    expect((await scene.uploaded([booked])).counts).toMatchObject({ known: 1, new: 0 });
  });

  test('of another account of the shop is another', async () => {
    const account = { bank_type: 'bni', account_number: '99887766', holder_name: 'Budi', branch: 'Batu' };
    const { bank_id } = expectOk(await scene.shop.call('POST', '/api/open/bank/create', account)).body.data;
    await scene.imported(ROWS);
    expect(await scene.imported(ROWS, { bank_id: String(bank_id) })).toMatchObject({
      counts: { recorded: 3 },
    });
  });
});

describe('undoing', () => {
  test('leaves what another statement has shown too', async () => {
    const first = await scene.imported(ROWS);
    const second = await scene.imported([ROWS[0] as Row, ['2026-01-08', 'TRSF CR ANI', 77_000]]);
    expect(second.counts).toMatchObject({ recorded: 1, known: 1 });
    expect(await scene.run(first.id, 'undo')).toMatchObject({ counts: { undone: 2, kept: 1 } });
    expect(await scene.rows(first.id, { outcome: 'KEPT' })).toMatchObject([
      { amount: 150_123, reason: { code: 'mutation_kept_shown' } },
    ]);
    expect(await amounts()).toEqual([
      ['2026-01-05', 150_123],
      ['2026-01-08', 77_000],
    ]);
    expect(await scene.run(second.id, 'undo')).toMatchObject({ counts: { undone: 1 } });
  });

  test('many times at once undoes once', async () => {
    const { id } = await scene.imported(ROWS);
    const answers = await Promise.all(Array.from({ length: 5 }, () => scene.act(id, 'undo')));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await scene.look(id)).toMatchObject({ counts: { undone: 3, kept: 0 } });
  });
});

describe('columns that are named', () => {
  const text = 'Kapan;Apa;Berapa\n2026-01-05;BUDI;50.000';
  const columns = JSON.stringify({ day: 'Kapan', description: 'Apa', credit: 'Berapa' });

  test('are remembered for the account, and forgotten where none is named', async () => {
    const unknown = await scene.upload(text);
    expect([unknown.status, unknown.body.code]).toEqual([422, 'statement_columns']);
    expect(unknown.body.message.file[0]).toContain('"Kapan", "Apa", "Berapa"');
    expect((await scene.uploaded(text, { columns })).counts.new).toBe(1);
    expect((await scene.uploaded(text)).counts.new).toBe(1);
    expect((await scene.uploaded(ROWS)).counts.new).toBe(3);
    expect((await scene.upload(text, { columns: '{}' })).status).toBe(422);
    expect((await scene.uploaded('Tanggal;Kredit\n2026-01-05;5.000', { columns: '{}' })).counts.new).toBe(1);
    expect((await scene.upload(text)).status).toBe(422);
  });

  test('of one account are not those of another', async () => {
    await scene.uploaded(text, { columns });
    const account = { bank_type: 'bni', account_number: '99887766', holder_name: 'Budi', branch: 'Batu' };
    const { bank_id } = expectOk(await scene.shop.call('POST', '/api/open/bank/create', account)).body.data;
    expect((await scene.upload(text, { bank_id: String(bank_id) })).status).toBe(422);
  });

  test('win over titles that are known', async () => {
    const twisted = 'Tanggal;Keterangan;Debet;Kredit\n2026-01-05;BUDI;50.000;';
    const swapped = JSON.stringify({ credit: 'Debet', debit: 'Kredit' });
    const kind = async (fields = {}) =>
      (await scene.rows((await scene.uploaded(twisted, fields)).id))[0].type;
    expect(await kind()).toBe('DEBIT');
    expect(await kind({ columns: swapped })).toBe('CREDIT');
    expect(await kind()).toBe('CREDIT');
  });
});

describe('a statement of another account', () => {
  const account = async () =>
    expectOk(await scene.shop.call('GET', `/api/open/bank/${scene.stall.bank_id}/detail`)).body;

  test('is refused with the number that it names, and read where that is said to be right', async () => {
    const { account_number } = await account();
    const file = (number: string) => `No. Rekening : ${number}\n${statementOf(ROWS)}`;
    const refused = await scene.upload(file('9876543210'));
    expect([refused.status, refused.body.code]).toEqual([422, 'statement_of_other_account']);
    expect(refused.body.message.file[0]).toContain('9876543210');
    expect((await scene.upload(file('9876543210'), { ignore_account_number: 'true' })).status).toBe(200);
    for (const number of [account_number, `00${account_number}`, '98765xxxxx'])
      expect((await scene.upload(file(number))).status, number).toBe(200);
  });

  test('is refused by its layout where it names none', async () => {
    const bri = 'TGL_TRAN;DESK_TRAN;MUTASI_DEBET;MUTASI_KREDIT\n2026-01-05;BUDI;0;5000';
    const refused = await scene.upload(bri);
    expect([refused.status, refused.body.code]).toEqual([422, 'statement_of_other_bank']);
    expect((await scene.upload(bri, { ignore_account_number: '1' })).status).toBe(200);
  });

  test('that is deleted, or of the gateway, or of another shop is not there', async () => {
    const other = await scene.app.openShop();
    const created = await other.call('POST', '/api/open/bank/create', {
      bank_type: 'bca',
      account_number: '11223344',
      holder_name: 'X',
      branch: 'Y',
    });
    const { rows } = await scene.app.database.pool.query<{ id: string }>(
      `insert into bank_accounts (shop_id, bank_type, type, account_number, holder_name, branch, created_at, archived_at)
       values ($1, 'bca', 'PAYMENT GATEWAY', '55555', 'Saldo', '', now(), null), ($1, 'bca', 'BANK', '66666', 'A', '', now(), now())
       returning id`,
      [scene.shop.shop_id],
    );
    for (const id of [expectOk(created).body.data.bank_id, ...rows.map((row) => row.id), 999_999_999]) {
      const { status, body } = await scene.upload(statementOf(ROWS), { bank_id: String(id) });
      expect([status, Object.keys(body.message)]).toEqual([422, ['bank_id']]);
    }
  });
});

test('a statement without an account chosen is of the account whose number it names', async () => {
  const { account_number } = expectOk(
    await scene.shop.call('GET', `/api/open/bank/${scene.stall.bank_id}/detail`),
  ).body;
  const send = async (text: string) => {
    const form = await formWithFile(text, 'mutasi.csv');
    return scene.shop.call('POST', IMPORT, form.body, form.headers);
  };
  const found = await send(`No. Rekening : ${account_number}\n${statementOf(ROWS)}`);
  expect(expectOk(found).body.data).toMatchObject({ bank_id: scene.stall.bank_id, counts: { new: 3 } });
  for (const text of [statementOf(ROWS), `No. Rekening : 9876543210\n${statementOf(ROWS)}`]) {
    const { status, body } = await send(text);
    expect([status, body.code, Object.keys(body.message)]).toEqual([
      422,
      'statement_account_needed',
      ['bank_id'],
    ]);
  }
});

test('a file without any direction is refused as a whole', async () => {
  const { status, body } = await scene.upload(
    'Tanggal;Keterangan;Jumlah\n2026-01-05;A;5.000\n2026-01-06;B;6.000',
  );
  expect([status, body.code]).toEqual([422, 'statement_direction']);
});

test('no more imports are stored than the limit, and mutations stay without theirs', async () => {
  const first = await scene.imported(ROWS);
  for (let count = 0; count < mutationLimits.mutation_imports; count += 1) await scene.uploaded(ROWS);
  expect((await scene.shop.call('GET', `${IMPORT}/${first.id}`)).status).toBe(404);
  const { body } = await scene.shop.call('GET', IMPORT, { per_page: '100' });
  expect(body.data).toHaveLength(mutationLimits.mutation_imports);
  expect(await amounts()).toHaveLength(3);
});
