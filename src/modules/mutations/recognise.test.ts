import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recognise } from './recognise.ts';
import type { KnownMutation, SeenMutation } from './seen-mutation.ts';
import { isSimilarText } from './similar-text.ts';

describe('descriptions', () => {
  test.each([
    ['TRSF E-BANKING CR 0501/FTSCY/WS95031 BUDI SANTOSO', 'BUDI SANTOSO'],
    ['TRSF E-BANKING CR 0501/FTSCY/WS95031 BUDI SANTOSO', 'trsf e-banking cr   0501/ftscy/ws95031 budi sant'],
    ['BI-FAST CR BUDI', 'TRANSFER DARI BUDI VIA BI-FAST'],
    ['TRSF E-BANKING CR ANI WIJAYA SARI PUTRI', 'ANI WIJ'],
    ['TRSF E-BANKING CR ANI WIJAYA SARI PUTRI', 'BI-FAST DARI BANK BNI 009 ANI WIJAYA'],
    ['TRSF E-BANKING CR ANI WIJAYA', 'WIJAYA ANI 0501/FTSCY/WS95031'],
    ['TRSF E-BANKING CR ANI WIJAYA', 'ANI WIJ AYA'],
    ['', 'TRSF BUDI'],
    ['1234567 7654321', '1234567/7654321'],
    ['SETORAN TUNAI', 'Setoran Tunai 0998'],
  ])('%j and %j can be of the same transfer', (one, other) => {
    expect([isSimilarText(one, other), isSimilarText(other, one)]).toEqual([true, true]);
  });

  test.each([
    ['TRSF E-BANKING CR 0501/FTSCY/WS95031 BUDI SANTOSO', 'TRSF E-BANKING CR 0501/FTSCY/WS95031 SITI AMINAH'],
    ['BI-FAST CR BUDI', 'BI-FAST CR SITI'],
    ['TRSF E-BANKING CR ANI WIJAYA', 'TRSF E-BANKING CR ANI SUSANTO'],
    ['TRSF E-BANKING CR ANI WIJAYA', 'TRSF E-BANKING CR ANITA WIJAYA'],
    ['BI-FAST CR MUHAMMAD RIZKY PRATAMA', 'BI-FAST CR MUHAMMAD RIZKY SAPUTRA'],
    ['BUNGA', 'SETORAN ANI'],
    ['1234567 7654321', '9999999 8888888'],
  ])('%j and %j are of others', (one, other) => {
    expect([isSimilarText(one, other), isSimilarText(other, one)]).toEqual([false, false]);
  });
});

/** What really happened on an account. */
interface Truth {
  day: string;
  amount_idr: number;
  name: string;
}

/** What a shop has recorded, by whatever was shown to it. */
class Account {
  readonly known: KnownMutation[] = [];

  show(provider: 'moota' | null, seen: readonly SeenMutation[]): void {
    const found = recognise(seen, this.known, provider);
    for (const [place, id] of found.entries()) {
      const { at: _, ...mutation } = seen[place] as SeenMutation;
      const one = this.known.find((known) => known.id === id);
      if (one === undefined)
        this.known.push({
          ...mutation,
          id: this.known.length + 1,
          occurrence: 1,
          provider: mutation.provider_ref === null ? null : provider,
        });
      else {
        one.balance_idr ??= mutation.balance_idr;
        if (mutation.provider_ref !== null && one.provider_ref === null)
          Object.assign(one, { provider, provider_ref: mutation.provider_ref });
      }
    }
  }
}

const NAMES = ['ANI WIJAYA', 'ANI SUSANTO', 'SITI AMINAH'];

const truth = fc.array(
  fc.record({
    day: fc.constantFrom('2026-01-05', '2026-01-06'),
    amount_idr: fc.constantFrom(50_000, 70_000),
    name: fc.constantFrom(...NAMES),
  }),
  { minLength: 1, maxLength: 10 },
);
test('a name that is cut off is whoever is not named whole beside it', () => {
  const account = new Account();
  const seen = (description: string): SeenMutation => ({
    day: '2026-01-05',
    at: null,
    direction: 'CREDIT',
    amount_idr: 50_000,
    description,
    balance_idr: null,
    is_pending: false,
    provider_ref: null,
  });
  account.show(null, [seen('ANI WIJAYA'), seen('ANI SUSANTO')]);
  account.show(null, [seen('ANI'), seen('ANI WIJAYA')]);
  expect(account.known.map(({ description }) => description)).toEqual(['ANI WIJAYA', 'ANI SUSANTO']);
});

/** A statement up to some transaction, or what the service says of one. */
const shown = fc.array(
  fc.record({ is_statement: fc.boolean(), upto: fc.nat({ max: 20 }), has_balance: fc.boolean() }),
  { maxLength: 20 },
);

test('whatever is shown how often, in which order, with or without balances: in the end all is recorded once', () => {
  fc.assert(
    // A service always says the balance, or never; statements of one account may come from several apps.
    fc.property(truth, shown, fc.boolean(), (all, steps, has_hook_balance) => {
      const sorted = all.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
      const seenOf = (place: number, has_balance: boolean, provider_ref: string | null): SeenMutation => {
        const { day, amount_idr, name } = sorted[place] as Truth;
        return {
          day,
          at: null,
          direction: 'CREDIT',
          amount_idr,
          description: provider_ref === null ? `TRSF E-BANKING CR 0501/FTSCY/WS95031 ${name}` : name,
          balance_idr: has_balance ? 1_000_000 + place * 111 : provider_ref === null ? null : 0,
          is_pending: false,
          provider_ref,
        };
      };
      const account = new Account();
      const statement = (upto: number, has_balance: boolean) =>
        account.show(
          null,
          sorted.slice(0, upto).map((_, place) => seenOf(place, has_balance, null)),
        );
      const report = (place: number) => account.show('moota', [seenOf(place, has_hook_balance, `m${place}`)]);
      for (const { is_statement, upto, has_balance } of steps)
        if (is_statement) statement(upto, has_balance);
        else report(upto % sorted.length);
      for (const place of sorted.keys()) report(place);
      statement(sorted.length, false);
      statement(sorted.length, true);

      const nameIn = ({ description }: KnownMutation) =>
        NAMES.find((name) => description.includes(name)) ?? description;
      const keys = (list: { day: string; amount_idr: number; name: string }[]) =>
        list.map(({ day, amount_idr, name }) => `${day} ${amount_idr} ${name}`).toSorted();
      expect(keys(account.known.map((one) => ({ ...one, name: nameIn(one) })))).toEqual(keys(sorted));
    }),
    { numRuns: 2_000 },
  );
});
