import { orderTextLimits } from '../src/modules/order-text/limits.ts';

/** Words that all names of the shop share, so that each of them tells of everything. */
export const SHARED =
  'kaos polos lengan panjang bahan katun premium nyaman dipakai sehari hari pria wanita dewasa anak original murah grosir'.split(
    ' ',
  );
const COLOURS = ['hitam', 'putih', 'merah', 'navy', 'hijau', 'biru', 'coklat', 'ungu', 'krem', 'mint'];
/** Names of which each begins the next. */
const GROWING = 'kaosabcdefghij'.repeat(12);
const MOST_AT_ONCE = 2_400;

/**
 * The bodies of `product/bulk` that make a shop of so many variations, each with all the shared words in its name, or a
 * name that others begin.
 */
export function* worstProducts(variations: number): Iterable<{ products: object[] }> {
  for (let made = 0; made < variations; made += MOST_AT_ONCE) {
    const products = Array.from({ length: Math.min(variations - made, MOST_AT_ONCE) / 120 }, (_, index) => {
      const number = made / 120 + index;
      const name =
        number % 4 === 3
          ? GROWING.slice(0, 3 + (number % 160))
          : `${SHARED.join(' ')} ${number.toString(36)}`;
      return { name, product_type: 'S', weight: 100, has_variation: 'Y', variations: variationsOf(number) };
    });
    yield { products };
  }
}

function variationsOf(product: number): object[] {
  return Array.from({ length: 120 }, (_, index) => ({
    sku: `q${(product * 120 + index).toString(36)}`,
    color: COLOURS[index % 10],
    size: String(30 + Math.floor(index / 10)),
    price: 5_000,
    stock_quantity: 3,
  }));
}

/** Texts of the most characters that are made to take long, by what they are made of. */
export function worstTexts(): [what: string, text: string][] {
  const some = (count: number, step: number) =>
    Array.from({ length: count }, (_, at) => SHARED[(step * 7 + at * (1 + (step % 5))) % SHARED.length]).join(
      ' ',
    );
  const lines = (line: (number: number) => string, between = '\n') =>
    Array.from({ length: 2_500 }, (_, number) => line(number)).join(between);
  return Object.entries({
    'lines of goods': lines((n) => `kaos polos ${COLOURS[n % 10]} ${30 + (n % 12)} ${1 + (n % 4)}`),
    'goods between commas': lines(
      (n) => `kaos polos ${COLOURS[n % 10]} ${30 + (n % 12)} ${1 + (n % 4)}`,
      ', ',
    ),
    'shared words': lines((n) => some(8, n)),
    'shared words with numbers': lines(
      (n) => `${some(6, n)} ${n % 60} ${n % 7} ${n % 41} ${n % 13} ${n % 55}`,
    ),
    'words and numbers by turns': lines((n) => `${SHARED[n % SHARED.length]} ${1 + (n % 90)}`, ' '),
    'an address of goods': `alamat jl mawar 5, ${lines((n) => `${some(5, n)} 2 hitam ${30 + (n % 9)}`, ', ')}`,
    'addresses of goods': lines((n) => `alamat: jl a ${some(6, n)} 31 2`),
    'slips of typing': lines((n) => slipped(SHARED[n % SHARED.length] ?? '', n), ' '),
    'slips of typing in lines': lines((n) => `${slipped(SHARED[n % SHARED.length] ?? '', n)} kaos`),
    'names that begin each other': lines((n) => `${GROWING.slice(0, 3 + (n % 90))} 1`),
    'words that no shop has': lines((n) => `w${n.toString(36)}`, ' '),
    SKUs: lines((n) => `q${n.toString(36)} 1`),
    'words of one letter': lines(() => 'a', ' '),
    'lines of one letter': lines(() => 'a\na'),
    'parts of one letter': lines(() => 'a,a', ','),
    'one letter': lines(() => 'aaaa', ''),
    'one digit': lines(() => '1111', ''),
    numbers: lines(() => '7 7', ' '),
    prices: lines(() => '1.000', ' '),
    'empty lines': lines(() => '\n\n'),
    'one word': lines(() => 'kaos', ' '),
    'lines of one word': lines(() => 'kaos'),
    labels: lines(() => 'nama / hp', ' : '),
    questions: lines(() => 'ready?', ' '),
    cities: lines((n) => ['bandung', 'surabaya', 'medan', 'malang', 'bogor'][n % 5] ?? '', ' '),
    'districts with slips': lines(() => 'kec. cengkarang jakarta barat', ', '),
    'corrected addresses': lines((n) => `eh salah, jl mawar ${n} klojen malang`),
    'corrected goods': lines(
      (n) => `eh salah, kaos polos ${COLOURS[n % 10]} ${30 + (n % 12)} ${1 + (n % 4)}`,
    ),
    'corrected in one line': lines((n) => `eh salah ${SHARED[n % SHARED.length]} ${n % 40}`, ' '),
    'goods that are not wanted': lines(
      (n) => `kaos ${COLOURS[n % 10]} (bukan ${COLOURS[n % 7]}) bukan 2 tapi`,
      ' ',
    ),
    'people who introduce themselves': lines(
      (n) => `saya ${SHARED[n % SHARED.length]} dari kaos mau order`,
      ', ',
    ),
    'phone numbers': lines(() => '08123456789\nani'),
    brackets: lines(() => '(()(', ''),
    'signs that stand for many': lines(() => '\uFDFA', ''),
    accents: lines(() => 'e\u0301\u0301\u0301', ''),
  }).map(([what, text]) => [
    what,
    text
      .padEnd(9, 'x')
      .slice(0, orderTextLimits.order_text_characters - 1)
      .concat('x'),
  ]);
}

function slipped(word: string, number: number): string {
  const at = number % word.length;
  return `${word.slice(0, at)}q${word.slice(at)}`;
}
