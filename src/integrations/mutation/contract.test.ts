import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { Secret } from '../../kernel/sealed/index.ts';
import { mutationProviders } from './index.ts';
import type { ProviderName } from './port.ts';

/** What each service sends of one mutation, as its documentation has it, and in which header it signs. */
const SERVICES: Record<
  ProviderName,
  { header: string; call: (...mutations: object[]) => unknown; one: object }
> = {
  moota: {
    header: 'signature',
    call: (...mutations) => mutations,
    one: {
      bank_id: 'klasdoi',
      account_number: '12312412312',
      bank_type: 'bri',
      date: '2026-01-05 13:14:15',
      amount: '150123',
      description: 'TRANSFER DARI BUDI',
      type: 'CR',
      balance: 520_000,
      mutation_id: 'hashid-1',
      token: 'hashid-1',
      created_at: '2026-01-05 13:15:00',
      taggings: [],
    },
  },
  mutasibank: {
    header: 'x-mutasibank-signature',
    call: (...mutations) => ({
      api_key: 'token-rahasia',
      account_id: 10,
      module: 'bri',
      account_name: 'BUDI',
      account_number: '12312412312',
      balance: 520_000,
      data_mutasi: mutations,
    }),
    one: {
      id: 'hashid-1',
      transaction_date: '2026-01-05 13:14:15',
      description: 'TRANSFER DARI BUDI',
      type: 'CR',
      amount: 150_123,
      balance: 520_000,
    },
  },
};
const NAMES = Object.keys(SERVICES) as ProviderName[];
const SECRET = new Secret('rahasia bersama');
const bytes = (value: unknown) => Buffer.from(JSON.stringify(value));

describe.each(NAMES)('%s', (name) => {
  const { header, call, one } = SERVICES[name];
  const provider = mutationProviders[name];
  const read = (...mutations: object[]) => provider.read(bytes(call(...mutations)));
  const field = name === 'moota' ? 'date' : 'transaction_date';

  test('reads what its documentation shows', () => {
    expect(read(one)).toEqual({
      mutations: [
        {
          account_number: '12312412312',
          ref: 'hashid-1',
          day: '2026-01-05',
          at: new Date('2026-01-05T06:14:15.000Z'),
          direction: 'CREDIT',
          amount_idr: 150_123,
          description: 'TRANSFER DARI BUDI',
          balance_idr: 520_000,
        },
      ],
      unread: [],
    });
  });

  test('believes the signature of the very bytes, and no other', () => {
    const body = bytes(call(one));
    const sign = (text: Buffer, secret = 'rahasia bersama') =>
      createHmac('sha256', secret).update(text).digest('hex');
    const isSigned = (signature: string | undefined, text = body) =>
      provider.isSigned(
        { headers: signature === undefined ? {} : { [header]: signature }, body: text },
        SECRET,
      );
    expect(isSigned(sign(body))).toBe(true);
    expect(isSigned(sign(body).toUpperCase())).toBe(true);
    for (const wrong of [
      undefined,
      '',
      sign(body, 'lain'),
      sign(body).slice(0, 63),
      `${sign(body)}0`,
      'z'.repeat(64),
      sign(Buffer.from('')),
    ])
      expect(isSigned(wrong), String(wrong)).toBe(false);
    expect(isSigned(sign(body), Buffer.concat([body, Buffer.from(' ')]))).toBe(false);
  });

  test('reads amounts, days, directions and balances as they come', () => {
    const of = (change: object) => read({ ...one, ...change })?.mutations[0];
    expect(of({ amount: '150123.99' })?.amount_idr).toBe(150_123);
    expect(of({ amount: 150_123.99 })?.amount_idr).toBe(150_123);
    expect(of({ type: 'DB', amount: -5 })).toMatchObject({ direction: 'DEBIT', amount_idr: 5 });
    expect(of({ [field]: '2026-01-05' })).toMatchObject({ day: '2026-01-05', at: null });
    expect(of({ [field]: '2026-01-05 00:00:00' })?.at).toBeNull();
    expect(of({ [field]: '2026-01-05T13:14' })?.at).toEqual(new Date('2026-01-05T06:14:00Z'));
    expect(of({ balance: 1e300 })?.balance_idr).toBeNull();
    expect(of({ balance: null })?.balance_idr).toBeNull();
    expect(of({ balance: 'tak diketahui' })?.balance_idr).toBeNull();
    expect(of({ description: 'a\u0000b\n c' })?.description).toBe('a\uFFFDb c');
    expect(of({ description: undefined })?.description).toBe('');
  });

  test.each([
    ['88.001,00', 88_001],
    ['88.001', 88_001],
    ['1.088.001,99', 1_088_001],
    ['88,001.00', 88_001],
    ['Rp 88.001,-', 88_001],
    ['88001,5', 88_001],
    ['88001.500', 88_001],
  ])('reads the amount %s as people write it', (amount, amount_idr) => {
    expect(read({ ...one, amount })?.mutations).toMatchObject([{ amount_idr, direction: 'CREDIT' }]);
  });

  test('reads a minus as money that went out, whatever stands beside it', () => {
    for (const type of ['CR', 'DB'])
      for (const amount of ['-109001.00', -109_001.9, '-109.001,00', 'Rp -109.001'])
        expect(read({ ...one, type, amount })?.mutations).toMatchObject([
          { amount_idr: 109_001, direction: 'DEBIT' },
        ]);
  });

  test.each([
    ['2026-01-05T20:00:00Z', '2026-01-06', '2026-01-05T20:00:00.000Z'],
    ['2026-01-05T20:00:00.123456Z', '2026-01-06', '2026-01-05T20:00:00.000Z'],
    ['2026-01-05 20:00:00 +0000', '2026-01-06', '2026-01-05T20:00:00.000Z'],
    ['2026-01-06T03:00:00+07:00', '2026-01-06', '2026-01-05T20:00:00.000Z'],
    ['2026-01-06T00:30:00+08:00', '2026-01-05', '2026-01-05T16:30:00.000Z'],
    ['2026-01-06 03:00:00', '2026-01-06', '2026-01-05T20:00:00.000Z'],
    ['2026-01-05T00:00:00Z', '2026-01-05', null],
    ['06/01/2026 03:00', '2026-01-06', '2026-01-05T20:00:00.000Z'],
    ['6 Januari 2026', '2026-01-06', null],
    ['2026-01-06 25:00:00', '2026-01-06', null],
  ])('reads the moment %s in the zone that it names, else in that of Jakarta', (written, day, at) => {
    const found = read({ ...one, [field]: written })?.mutations[0];
    expect([found?.day, found?.at?.toISOString() ?? null]).toEqual([day, at]);
  });

  test('says what it cannot read, and reads the rest', () => {
    const wrong = [
      ['AMOUNT', { ...one, amount: 0 }],
      ['AMOUNT', { ...one, amount: 'lima' }],
      ['AMOUNT', { ...one, amount: '1e5' }],
      ['AMOUNT', { ...one, amount: '12.34.567' }],
      ['AMOUNT', { ...one, amount: '--5' }],
      ['AMOUNT', { ...one, amount: [5] }],
      ['AMOUNT', { ...one, amount: 1e15 }],
      ['TYPE', { ...one, type: 'X' }],
      ['TYPE', { ...one, type: 5 }],
      ['DATE', { ...one, [field]: '2026-02-31' }],
      ['DATE', { ...one, [field]: 'kemarin' }],
      ['DATE', { ...one, [field]: '9999-12-31' }],
      ['DATE', { ...one, [field]: undefined }],
      ['DATE', {}],
    ] as const;
    expect(read(...wrong.map(([, entry]) => entry), one)).toMatchObject({
      mutations: [{ ref: 'hashid-1' }],
      unread: wrong.map(([reason]) => reason),
    });
    expect(read()).toEqual({ mutations: [], unread: [] });
    expect(
      read({ ...one, id: undefined, mutation_id: undefined, token: undefined })?.mutations[0]?.ref,
    ).toBeNull();
    expect(provider.read(bytes(call(...([null, 5, 'x', []] as never[]))))).toEqual({
      mutations: [],
      unread: ['ENTRY', 'ENTRY', 'ENTRY', 'ENTRY'],
    });
  });

  test('takes nothing of what it does not send', () => {
    for (const body of ['', 'bukan json', '5', 'null', '"x"', '['.repeat(100_000), '{"a":']) {
      expect(provider.read(Buffer.from(body)), body.slice(0, 20)).toBeUndefined();
    }
  });

  test('answers whatever it is sent', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.dictionary(fc.constantFrom(...Object.keys(one), 'bank'), fc.jsonValue()),
        (text, fields) => {
          provider.read(Buffer.from(text));
          const found = read({ ...one, ...fields })?.mutations ?? [];
          for (const { amount_idr, day, description, ref, account_number } of found) {
            expect(Number.isSafeInteger(amount_idr) && amount_idr > 0).toBe(true);
            expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
            expect(
              description.isWellFormed() && description.length <= 500 && !description.includes('\0'),
            ).toBe(true);
            expect(ref === null || (ref.length > 0 && ref.length <= 100)).toBe(true);
            expect(account_number === null || /^\d{5,20}$/.test(account_number)).toBe(true);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

test('Moota names the account in the bank too, and sends one mutation alone', () => {
  const { account_number: _, ...one } = SERVICES.moota.one as { account_number: string };
  const body = bytes({ ...one, bank: { account_number: '0099887766' } });
  expect(mutationProviders.moota.read(body)?.mutations).toMatchObject([{ account_number: '0099887766' }]);
});
