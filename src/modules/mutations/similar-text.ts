/** Words that banks write of many transactions, and that name nobody. */
const COMMON = new Set(
  (
    'TRSF TRANSFER TRF BANKING EBANKING FTSCY FTFVA MCM INHOUSETRF INHOUSE SWITCHING OTOMATIS FAST BIFAST BIF SETORAN TUNAI DARI KE ' +
    'FROM TO VIA CR DB KR DR DANA MASUK KELUAR KREDIT DEBIT DEBET CREDIT INTERNET MOBILE ATM PRMA ONLINE NBMB ESB BRIVA QRIS ' +
    'PEMBAYARAN PEMINDAHAN BUKU OVERBOOKING RTGS SKN LLG BANK BCA BRI BNI MANDIRI BSI REK REKENING NO REF TGL TANGGAL KET BERITA'
  ).split(' '),
);

/**
 * Whether two descriptions can be of the same transaction: banks, their apps and the services that read them cut them off and
 * put them together in other ways, so the names in them decide, and where there are none, all words. A name is the same
 * where one text has nothing that the other lacks: ANI WIJAYA is not ANI SUSANTO, whatever they share.
 */
export function isSimilarText(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.length === 0 || b.length === 0 || a.join('') === b.join('')) return true;
  const [names, other_names] = [namesIn(a), namesIn(b)];
  if (names.length === 0 || other_names.length === 0) return share(a, b);
  return isWithin(names, other_names) || isWithin(other_names, names);
}

/** Whether two descriptions name the same, in whatever order, with nothing cut off. */
export function isSameText(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const [names, other_names] = [namesIn(a), namesIn(b)];
  const [these, those] = names.length === 0 && other_names.length === 0 ? [a, b] : [names, other_names];
  return these.toSorted().join(' ') === those.toSorted().join(' ');
}

/** Words of a description that name somebody, as they stand there. */
export function namesInText(text: string): string[] {
  return namesIn(wordsOf(text));
}

/** Whether a description names somebody: by all words of the name, or by some. */
export function namesPerson(text_names: readonly string[], name: string): 'ALL' | 'SOME' | undefined {
  const words = wordsOf(name);
  const named = words.filter((word) => text_names.some((other) => isSameWord(word, other)));
  if (!named.some((word) => word.length >= 3)) return undefined;
  return named.length === words.length ? 'ALL' : 'SOME';
}

/** Whether all these names are among those: the last may be cut off in either, or all of it is one beginning. */
function isWithin(few: readonly string[], many: readonly string[]): boolean {
  const [last, last_of_many] = [few.at(-1), many.at(-1)];
  return (
    many.join('').startsWith(few.join('')) ||
    few.every((word) =>
      many.some(
        (own) =>
          own === word ||
          (word === last && own.startsWith(word)) ||
          (own === last_of_many && word.startsWith(own)),
      ),
    )
  );
}

/** Words of two texts that share half of those of the shorter. */
function share(one: readonly string[], other: readonly string[]): boolean {
  const [few, many] = one.length <= other.length ? [one, other] : [other, one];
  const shared = few.filter((word) => many.some((own) => isSameWord(word, own))).length;
  return shared * 2 >= few.length;
}

/** Or the beginning of the same, as where a line is cut off. */
function isSameWord(one: string, other: string): boolean {
  return (
    one === other ||
    (one.length >= 3 && other.startsWith(one)) ||
    (other.length >= 3 && one.startsWith(other))
  );
}

function wordsOf(text: string): string[] {
  const words =
    text
      .normalize('NFKD')
      .toUpperCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words)].filter((word) => word.length >= 2);
}

/** Words of letters alone that name somebody. */
export function namesIn(words: readonly string[]): string[] {
  return words.filter((word) => word.length >= 3 && /^\p{L}+$/u.test(word) && !COMMON.has(word));
}
