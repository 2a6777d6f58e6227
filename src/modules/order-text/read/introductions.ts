import { isFiller, isNoName } from '../words/vocabulary.ts';

const TITLE =
  '(?:ibu|bu|bpk|bapak|pak|mas|mba|mbak|kak|tante|om|bunda|hj|h|haji|hajah|dr|drg|ci|cik|ko|koh|teh|uni|bang)';
const WORD = String.raw`\p{L}[\p{L}.'’]*`;
const NAME = String.raw`(?:${TITLE}\.?\s+)?${WORD}(?:\s+${WORD}){0,3}?`;
const GREETED = String.raw`(?:(?:ha?lo+|hallo+|ha?i+|hello|kak+|kakak|ka|kk|mba|mbak|bang|min|gan|sis|admin|permisi|assalamu'?alaikum|selamat|pagi|siang|sore|malam|perkenalkan|kenalin|ya)[\s,.!]+)*`;
const ORDERING = String.raw`(?:mau|mo|mw|ingin|pengen|pengin|hendak)\s`;
const END = String.raw`(?=\s*$|\s*[,.;!](?:\s|$)|\s+(?:mau|mo|mw|ingin|pengen|pengin|hendak|pesan|pesen|order|beli|ambil|minta|dari|di|yg|yang|kak|min|sis|ya)(?![\p{L}\d]))`;

/** "nama saya Budi", "dengan saya Rina", "dengan Ibu Sri": nothing else is introduced so. */
const BY_NAME = new RegExp(
  String.raw`^${GREETED}(?:(?:ini\s+)?nama\s?(?:saya|aku|sy|ku)(?:\s+adalah)?|(?:ini\s+)?(?:dengan|dgn|dg)\s+(?:saya|aku|sy)|(?:ini\s+)?(?:dengan|dgn|dg)(?=\s+${TITLE}\.?\s)|perkenalkan,?\s+(?:saya|aku|sy)|ini\s+(?:saya|aku|sy)|my name is|this is)\s+(${NAME})${END}`,
  'iu',
);
/** "saya Tutik mau order": a word or two of a sentence, which others stand for as often; more where all begin like names. */
const BY_SENTENCE = new RegExp(
  String.raw`^${GREETED}(?:saya|aku|sy)\s+(${WORD}(?:\s+${WORD}){0,3})(?=,?\s+${ORDERING})`,
  'iu',
);

/** "saya Rina dari Toko Maju": only what is written like a name, as people know of a shop "dari Instagram" too. */
const BY_ORIGIN = new RegExp(
  String.raw`^${GREETED}(?:saya|aku|sy)\s+(${WORD}(?:\s+${WORD})?)(?=\s+dari\s+\p{L})`,
  'iu',
);

/** Words that stand between "saya" and what is wanted, and words of trade: no names. */
const NO_NAME = new Set(
  `sendiri pribadi sekeluarga berdua bersama juga jg jadi masih tetap ttp sebenarnya sebenernya sbnrnya sangat kemarin kmrn tadi
  besok nanti lagi lg cuma cuman hanya memang emang akhirnya langsung sekalian pun sebagai dari di ke yang yg belum blm tidak
  ga gak nggak ngga bukan pernah sering selalu biasa biasanya mungkin rencana rencananya berencana niat niatnya minat berminat
  tertarik butuh perlu cari nyari suka sekarang skrg hari malam pagi siang sore kami kita dan untuk utk buat dengan kan sih aja
  saja dulu sudah udah sdh pembeli pelanggan customer reseller dropshipper agen member baru lama setuju tunggu bayar salah tahu tau dapat dapet lihat liat`.split(
    /\s+/,
  ),
);

/** Who introduces themselves at the beginning of a part: the name, and where it stands. */
export function introducedIn(part: string): { name: string; at: number; end: number } | undefined {
  const of_origin = BY_ORIGIN.exec(part);
  const found =
    BY_NAME.exec(part) ??
    BY_SENTENCE.exec(part) ??
    (/^\p{Lu}\p{Ll}/u.test(of_origin?.[1] ?? '') ? of_origin : null);
  const [whole = '', name = ''] = found ?? [];
  const words = name.toLowerCase().split(/[\s.]+/);
  if (words.length > 2 && !BY_NAME.test(part) && !/^(?:\p{Lu}\S*\s?)+$/u.test(name)) return undefined;
  if (name === '' || isNoName(name) || words.some((word) => NO_NAME.has(word))) return undefined;
  if (words.filter((word) => word !== '').every((word) => isFiller(word)) || isFiller(words.at(-1) ?? ''))
    return undefined;
  return { name, at: whole.length - name.length, end: whole.length };
}

/** "saya Tutik mau order kaos": who introduces themselves, and what follows. */
export function atIntroduction(part: string): string[] {
  const found = introducedIn(part);
  if (found === undefined) return [part];
  return [part.slice(0, found.end), part.slice(found.end).replace(/^[\s,.;!]+/u, '')];
}
