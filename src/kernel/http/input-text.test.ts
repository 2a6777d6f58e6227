import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { clearable, date, email, integer, oneOf, rupiah, text, withDefault } from './input.ts';

test('what cannot be seen is left out, but for what joins pictures and letters; every space is a plain one', () => {
  const schema = text({ max: 40 });
  const written = '\u202bKaos\u00a0\u200bPo\u00adlos\u2066\u3000\u200eXL\ufeff\u2060 \u061c1\u200d\u200c';
  expect(schema.parse(written)).toBe('Kaos Polos XL 1');
  expect(text({ max: 15 }).parse(written)).toBe('Kaos Polos XL 1');
  for (const seen of ['👨‍👩‍👧‍👦', '👩🏽‍⚕️', '🏳️‍🌈', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '1️⃣ ❤️', 'می‌خواهم', 'ක්‍රම'])
    expect(schema.parse(`${seen} a`)).toBe(`${seen} a`);
  expect(text({ max: 40, multiline: true }).parse('Halo\u00a0👨‍👩‍👧\u200b\n\tya\u200d')).toBe('Halo 👨‍👩‍👧\n\tya');
  expect(oneOf(['S', 'PO']).parse('\u200bpo')).toBe('PO');
  expect(rupiah().parse('\u202a10000\u202c')).toBe(10_000);
  expect(email().parse('budi\u200b@ngorder.id')).toBe('budi@ngorder.id');
  expect(date().parse('\ufeff2026-03-10')).toBe('2026-03-10');
});

test('what has nothing to be seen is as if it was not there', () => {
  for (const nothing of ['\u200b', ' \u00a0\u3164', '\u2060\n\ufeff']) {
    expect(text({ max: 5 }).safeParse(nothing).error?.issues).toEqual(
      text({ max: 5 }).safeParse(undefined).error?.issues,
    );
    expect(withDefault(integer(), 7).parse(nothing)).toBe(7);
    expect(clearable(text({ max: 5 })).parse(nothing)).toBeNull();
  }
});

test('a text is the same with what cannot be seen and without, and is not changed again', () => {
  const schema = text({ max: 1_000 });
  const unseen = [
    '\u200b',
    '\u2060',
    '\ufeff',
    '\u00ad',
    '\u200e',
    '\u202a',
    '\u202e',
    '\u2066',
    '\u2069',
    '\u180e',
  ];
  const seen = ['K', 'é', '7', '-', ' ', '👨‍👩‍👧', '🙂', '漢', '٣', '\u0301'];
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...seen), { minLength: 1, maxLength: 20 }),
      fc.infiniteStream(fc.constantFrom('', '', ...unseen)),
      (signs, between) => {
        const plain = signs.join('').trim();
        fc.pre(plain !== '');
        const noisy = Array.from(signs.join(''), (sign) => sign + between.next().value).join('');
        expect(schema.parse(noisy)).toBe(plain);
        expect(schema.parse(plain)).toBe(plain);
        expect(schema.parse(plain.replaceAll(' ', '\u00a0'))).toBe(plain);
      },
    ),
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (written) => {
      const once = schema.safeParse(written).data ?? 'refused';
      expect(schema.parse(once)).toBe(once);
    }),
  );
});
