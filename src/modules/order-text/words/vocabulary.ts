import { writings } from './lists.ts';

/** Words of greeting, requesting and thanking: they say nothing about the order. */
export const FILLERS: ReadonlySet<string> = new Set(
  `assalamualaikum wassalam wassalamualaikum assalamu'alaikum asalamualaikum ass aslm wr wb wrwb waalaikumsalam halo hallo hai hello hi hey haloo
  kak kaka kakak ka kk sis sist gan agan min mimin admin bang om bos boss bro mba mbak bund bunda bun say gaes guys ci cik koh ko
  eh ehm oh oiya oya btw tambah nambah tambahin permisi pagi siang sore malam malem selamat met slmt
  mau mo pengen pengin ingin pesan pesen psn mesen order ordr beli ambil minta ready redy rdy checkout
  ya yaa yah yaaa iya iyaa y dong donk nih ni deh sih loh lho kok kan tuh nya aja ajah saja lagi dulu dl
  makasih makasi mksh terima terimakasih trimakasih kasih tq thx thanks thankyou thank you trims nuhun suwun ty sama-sama
  please pls plis tolong tlg ok oke okay okey okee sip siap siip baik bismillah alhamdulillah hehe hihi haha hehehe wkwk wkwkwk
  saya aku ak sy gue gw mohon jadi fix jd juga jg ini itu berikut format form formulir data pemesanan lengkap isi diisi
  berikutnya yang yg adalah dan untuk buat utk atas via dengan dgn di ke ditunggu tunggu proses diproses segera secepatnya
  kirim kirimnya dikirim kirimin hari dulu besok bisa terus trus lalu karena soalnya detail detailnya orderan pesanan list i want would like to need hi there so much very sekali banyak banget bgt
  cepat langsung total totalnya totalan berapa brp ongkir semua semuanya langganan kemarin kmrn paket paketnya`.split(
    /\s+/,
  ),
);

/** A question, where it ends with a question mark. */
const ASKING =
  /\b(?:ready|redy|rdy|ada|masih|berapa|brp|bisa|boleh|kapan|apakah|apa|harga|harganya|ongkir|ongkirnya|gimana|bagaimana|stok|stock|kah|ga|gak|nggak|ngga|dimana|mana|kpn|bs|po|still|available|how|can)\b/iu;

/** What stands at the beginning of a part of an address. */
const ADDRESS_BEGINNING =
  /\b(?:jl[nb]?|jalan|jln|gg|gang|perum|perumahan|komplek|kompleks|komp|kompl|dusun|dsn|dukuh|kampung|kp|kmp|desa|lorong|lrg|apartemen|apartment|apt|ruko|kost|kosan|kos|kontrakan|cluster|griya|villa|rusun|btn|bukit|asrama|banjar|br)\b(?!-)\.?/iu;

/** What stands inside an address. */
const ADDRESS_INSIDE =
  /\b(?:r[tw](?=[\s.:/]{0,3}(?:r[tw][\s.:/]{0,3})?\d)|rt\s?\/\s?rw|blok|blk|(?<!\b(?:pesanan|orderan|order|invoice|inv|nota|resi|rek|rekening)\s)(?:no\.?|nomor)\s*\d{1,4}(?!\d)|kel|kelurahan|kec|kecamatan|kc\.|kab|kabupaten|kota|kt\.|prov|provinsi|propinsi|lt|lantai|(?:stan|stand|kios|lapak|los)\s*(?:no\.?\s*)?\p{L}?\d+|tower|unit|km|depan|samping|belakang|sebelah|seberang|dekat|deket|patokan|residence|regency|residen)\b/iu;

/** What the seller is to answer or to do with the order, not with the parcel: "tolong kabari total sama ongkirnya". */
const FOR_SELLER =
  /\b(?:kabar\w*|info\w*|cek|hitung\w*|itung\w*|total(?:in|kan|nya|an)?|konfirm\w*|ongkir(?:nya)?|rekening(?:nya)?|norek|invoice|balas|bales|respon\w*|\w*proses\w*|tagihan\w*|stok\w*)\b/iu;

/** A request to the seller. */
const REQUEST =
  /\b(?:tolong|tlg|mohon|minta|jangan|jgn|bubble\s?wrap|packing|kartu ucapan|request|kado|dibungkus|tanpa nota|hati-hati)\b/iu;
const MUST_HAVE =
  /\b(?:bubble\s?wrap|packing|kartu ucapan|kado|dibungkus|jangan|jgn|tanpa nota|hati-hati|request)\b/iu;

/** Indonesian and English colours as people write them, each to the one word they are compared by. */
const COLOURS = writings(`
  hitam = htm, itm, item, hitem, black, blk; putih = pth, ptih, white; merah = mrh, red; biru = bru, blue; navy =
  nvy, dongker, donker, benhur; hijau = hjo, ijo, hijo, green, hju; kuning = kng, yellow, kning; coklat = cklt,
  cokelat, brown, choco, chocolate, coklt, choklat, soklat; abu = abu-abu, abuabu, abu2, grey, gray; pink = pnk,
  pingk, merahmuda; maroon = marun, mrn, maron, merahhati; krem = cream, crem, creme, krim; ungu = purple, violet;
  orange = oren, oranye, orens, jingga; tosca = toska, turquoise, tosqa; mocca = mocha, moka, moca, mokka, moccha;
  silver = perak, slv, silper; gold = emas, gld; bening = transparan, clear, transparent; army = armi, hijauarmy;
  lavender = lavendar, lavnder; beige = bej; salem = peach; nude; milo; sage; denim; dusty; khaki = kaki; mustard;
  lilac; mint; magenta; fuchsia = fanta, fuschia; taro; burgundy`);

/** Other words that people write in more than one way. */
const OTHER_WRITINGS = writings(`
  kaos = kaus, tshirt, t-shirt, ks; hijab = jilbab, kerudung, krudung, jilbap, hijap; celana = celna, clna, cln;
  casing = case, softcase, kesing, cassing; original = ori, orisinil, orisinal; vitamin = vit; botol = btl; sepatu
  = spatu, sptu, shoes; gamis = gms; sneakers = sneaker, snikers; tumbler = tumblr, tumbller; keripik = kripik,
  krpk; xxs = 2xs; 2xl = xxl; 3xl = xxxl; 4xl = xxxxl; allsize = all-size, onesize`);

export const ONE_WRITING: ReadonlyMap<string, string> = new Map(
  [...COLOURS, ...OTHER_WRITINGS].flatMap(([word, others]) =>
    [word, ...others].map((other) => [other, word]),
  ),
);
const ALL_WRITINGS = new Map(
  [...COLOURS, ...OTHER_WRITINGS].map(([word, others]) => [word, [word, ...others]]),
);
const SIZES = new Set(['xs', 'xxs', 's', 'm', 'l', 'xl', '2xl', '3xl', '4xl', '5xl', 'allsize']);

/** The one writing of a word that all its writings are compared by; itself where it has no other. */
export function oneWriting(word: string): string {
  return ONE_WRITING.get(word) ?? word;
}

/** All writings of a word, the common one first. */
export function allWritings(word: string): string[] {
  return ALL_WRITINGS.get(oneWriting(word)) ?? [word];
}

/** Whether a word is a colour or a size, in any writing: one that a product doesn't have is another product. */
export function isColourOrSize(word: string): boolean {
  const one = oneWriting(word);
  return COLOURS.has(one) || SIZES.has(one);
}

/** Whether a word tells a size or an amount, in any writing. */
export function isSize(word: string): boolean {
  return SIZES.has(oneWriting(word)) || /^\d+\p{L}{0,3}$/u.test(word);
}

export function isFiller(word: string): boolean {
  return FILLERS.has(word.toLowerCase().replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, ''));
}

/** Fillers that a seller wants to know of where nothing else holds them. */
const TELLING = new Set(
  `besok hari kemarin kmrn total totalnya totalan ongkir berapa brp semua semuanya langganan bisa cepat langsung segera
  secepatnya banyak dulu dl`.split(/\s+/),
);
const DAYTIME = new Set('pagi siang sore malam malem'.split(' '));
const WHEN = new Set([...DAYTIME, 'nanti', 'jam', 'ini']);
/** What says that a time of the day is no greeting. */
const TIMED = /\b(?:kirim\w*|dikirim|ambil|diambil|antar|diantar|jam|besok|nanti|hari|sampai|tiba)\b/iu;

/** What is said of when and how much is no part of a courier or a payment. */
export function withoutTelling(text: string): string {
  return text.replaceAll(/\p{L}+/gu, (word) =>
    TELLING.has(word.toLowerCase()) || WHEN.has(word.toLowerCase()) ? ' ' : word,
  );
}

/** Whether nothing is lost without a word: a greeting, a thank you, or what joins others. */
export function isCourtesy(word: string, before = ''): boolean {
  if (DAYTIME.has(word)) return !TIMED.test(before);
  return (FILLERS.has(word) && !TELLING.has(word)) || JOINING.has(word);
}

/** Parts of words that are written with signs between, and what stands beside phone numbers. */
const JOINING = new Set(
  'a n u p nama namanya no nomor hp wa telp tlp telpon telepon whatsapp sama assalamu alaikum perkenalkan kenalin'.split(
    ' ',
  ),
);

/** A part without the fillers that it begins and ends with. */
export function withoutFillers(part: string): string {
  const words = part.split(' ');
  const first = words.findIndex((word) => !isFiller(word) && /[\p{L}\p{N}]/u.test(word));
  const last = words.findLastIndex((word) => !isFiller(word) && /[\p{L}\p{N}]/u.test(word));
  return first === -1 ? '' : words.slice(first, last + 1).join(' ');
}

const BEFORE_NAME = new Set(
  'kak kaka kakak sis gan min halo hallo hai hi ini saya aku ak sy untuk utk buat bwt ke nama namanya dari dgn dengan atas'.split(
    ' ',
  ),
);
const BEHIND_NAME = new Set(
  'di ke ya yaa y kak kaka dong aja saja sis gan min yg yang kemarin kmrn tadi makasih thx tq lagi'.split(
    ' ',
  ),
);

/** A name without forms of address and introductions: "ini Siti yg kemarin" is Siti; "Ibu Siti" stays. */
export function nameIn(text: string): string {
  const words = text.split(' ');
  const isOneOf = (set: ReadonlySet<string>, word: string) =>
    set.has(word.toLowerCase().replaceAll(/[.,!]/g, ''));
  const first = words.findIndex((word) => !isOneOf(BEFORE_NAME, word));
  const last = words.findLastIndex((word, at) => at <= first || !isOneOf(BEHIND_NAME, word));
  return bareEnds(first === -1 ? (words.at(-1) ?? '') : words.slice(first, last + 1).join(' '));
}

/** A value without the signs around it: "Sinta W. /" is "Sinta W.", but "Lina." is "Lina": its point ends a sentence. */
export function bareEnds(text: string): string {
  const from = text.search(/[^\s.,:;/|#"“”-]/u);
  let to = text.length;
  while (to > from && /[\s,:;/|#"“”(-]/u.test(text[to - 1] ?? '')) to -= 1;
  if (from === -1) return '';
  const value = text.slice(from, to);
  const last = value.slice(value.lastIndexOf(' ') + 1);
  // "S.Pd." and "Tbk." are written with theirs.
  return /^\p{L}{3,}\.+$/u.test(last) && /[aeiou]/iu.test(last) ? value.replace(/\.+$/, '') : value;
}

/** Who the parcel is for, at the end of a part: "utk Tono", "buat ibu wati". */
const RECEIVER =
  /(?<![\p{L}\d])(?:untuk|utk|buat|bwt)\s+(?:(?:ibu|bu|bpk|bapak|pak|mas|mba|mbak|kak|tante|om|bunda|hj|h)\.?\s+\p{L}|(?=\p{Lu}\p{Ll}))[\p{L}.'’]*(?:\s\p{L}[\p{L}.'’]*){0,2}\s*$/u;

/** Where the end of a part names the receiver. */
export function receiverBeginning(part: string): number | undefined {
  const found = RECEIVER.exec(part);
  return found === null || isNoName(found[0]) ? undefined : found.index;
}

/** Words of forms, requests, shipping and paying: what holds one is no name. */
const NO_NAME = new Set(
  `kirim kirimin dikirim pakai pake pakek pakenya via lewat kurir ekspedisi ongkir gosend gojek grab grabexpress maxim lalamove
  paxel borzo indrive shopee tokopedia spx instan instant sameday bisa boleh isi diisi silakan silahkan mohon tolong harap
  format formulir form order orderan pesan pesanan pemesanan data lengkap berikut alamat nama kado hadiah transfer tf bayar
  bukti total totalan kosong ganti kalau kalo klo jika stok stock ready size ukuran warna sama dulu besok nanti sudah udah
  makasih terima terimakasih admin keranjang barang produk paling murah cepat cepet minta jangan tanpa pcs mau mo ingin
  pengen pengin beli checkout konfirmasi konfirm halo hallo hai assalamualaikum permisi selamat kabari siap ditunggu baru masuk
  total subtotal rincian detail daftar event acara promo nomor nomer hp wa whatsapp telp telpon telepon invoice resi kode tanggal waktu
  metode status jumlah harga produk dia beliau kami kita hormat jeneng alamate rumah kantor kos kost kosan lokasi refund retur
  antar anter diantar dianter bareng barengan titip jemput hubungi komplain komplen complain cancel batal batalin rekening saldo`.split(
    /\s+/,
  ),
);

const DIGITS = new Set('nol kosong satu dua tiga empat lima enam tujuh delapan sembilan'.split(' '));

/** Whether a part is about something that cannot name a person: "kirim pake gosend aja", "Silakan isi format". */
export function isNoName(part: string): boolean {
  const words = nameIn(part)
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  // "nol delapan lima enam" begins a number.
  if (words.length > 1 && words.every((word) => DIGITS.has(word))) return true;
  return words.some((word) => NO_NAME.has(word) || NO_NAME.has(word.replace(/(?:nya|ku|mu|ne|e)$/u, '')));
}

/** What is said of an order or of sending it is no part of an address, wherever it stands. */
export function isSaidOfOrder(part: string): boolean {
  return (
    part.trim().endsWith('?') ||
    /\b(?:grab\w*|gosend|gojek|instan|instant|sameday|kalau|kalo|klo|bisa|boleh|tolong|mohon|jangan|mau|pesan|pesen|order|kirim|transfer|bayar|byr|sampai|nyampe|salah|keliru|makasih|terima\s?kasih)\b/iu.test(
      part,
    )
  );
}

export function isQuestion(part: string): boolean {
  return part.includes('?') && ASKING.test(part);
}

export function beginsAddress(part: string): boolean {
  return ADDRESS_BEGINNING.exec(part)?.index === 0;
}

/** Where in a part an address begins; undefined where none does. */
export function addressBeginning(part: string): number | undefined {
  return ADDRESS_BEGINNING.exec(part)?.index;
}

export function isInsideAddress(part: string): boolean {
  return ADDRESS_BEGINNING.test(part) || ADDRESS_INSIDE.test(part);
}

/** "no 5" on its own could be a house or a size. */
export function isNumberAlone(part: string): boolean {
  return !isInsideAddress(part.replaceAll(/\b(?:no|nomor)\.?\s*\d+/giu, ' '));
}

const GREETING =
  /^(?:ha?i+|halo+|hallo+|hello|hey|hi|dear|yth|assalamu'?alaikum|salam|selamat (?:pagi|siang|sore|malam)|pagi|siang|sore|malam)(?![\p{L}])/iu;
const ORDERING =
  /\b(?:mau|mo|ingin|pengen|pesan|pesen|psn|order|beli|ambil|minta|ini|saya|aku|nama|kirim)\b/iu;

/** Whether a part greets somebody by a name: "Halo Gula Aren" asks for no goods. */
export function isGreeting(part: string): boolean {
  if (!GREETING.test(part) || ORDERING.test(part)) return false;
  const named = withoutFillers(part);
  return named !== '' && !named.split(/[^\p{L}\d]+/u).some((word) => isColourOrSize(word.toLowerCase()));
}

/** Whether a part asks the seller for an answer: it is no note on the parcel. */
export function isForSeller(part: string): boolean {
  return FOR_SELLER.test(part) && !MUST_HAVE.test(part);
}

export function isRequest(part: string): boolean {
  // "mau kirim kado ke teman" is an order.
  if (/\b(?:mau|ingin|pengen|pengin|mo)\s+(?:kirim|pesan|pesen|order|beli)/iu.test(part)) return false;
  return MUST_HAVE.test(part) || (REQUEST.test(part) && withoutFillers(part).split(' ').length > 2);
}

/** "Harsono, M.M.", "Sri Rahayu, S.Pd., M.Si." */
const DEGREES = /(?:,\s?\p{Lu}\p{L}{0,4}\.(?:\s?\p{Lu}\p{L}{0,4}\.?)?){1,3}$/u;

/** Whether a part can be somebody's name: up to five words of letters. */
export function isLikeName(part: string): boolean {
  return /^(?=.{2,60}$)\p{L}[\p{L}.'’`]*(?: (?:&|\(?\p{L}[\p{L}.'’`/]*\)?)){0,4}$/u.test(
    part.replace(DEGREES, ''),
  );
}

const PERSON =
  /^(?:(?:ke|untuk|utk|buat)\s+)?(?:bapak|bpk|pak|bp|ibu|bu|mbak|mba|mas|kak|hj|haji|hajah|oma|opa|tante|om|bunda|ustad|ustadz|ustadzah|sdr|sdri|ny|tn|nona|drs|dra|teh|kang|bang|abang|uni|uda|koh|cik)\.?\s+\p{L}[^\d,;:|#]*$/iu;

/** Whether a part is somebody with how they are spoken to, and nothing more: "Pak RT Bambang Sutejo", "Mbak Ayu". */
export function isPerson(part: string): boolean {
  return part.length < 60 && PERSON.test(part) && part.split(' ').length < 7 && isLikeName(nameIn(part));
}

/** "anter ke kantor saya di", "rumah ibu saya di", "alamat saya": what says whose address it is, and no part of it. */
const LEAD =
  /^(?:(?:tolong|mohon|minta)\s+)?(?:(?:di)?(?:kirim|antar|anter)\p{L}*\s+)?(?:(?:ke|di|nang|ning)\s+)?(?:(?:alamat|rumah|kantor|kos|kost|kosan|tempat|gudang)(?:nya|ku)?\s+(?!(?:kelurahan|kepala|desa|kecamatan|camat|pos|bupati|dinas|cabang|pusat|notaris|sakit|makan|susun|dinas|putri|putra)(?!\p{L}))(?:(?:orang\s?tua|ortu|ibu|bapak|mama|mamah|papa|kakak|adik|adek|nenek|mertua|teman|temen)(?:nya|ku)?\s+)?(?:(?:saya|aku|kami|kita|dia|beliau|sy)\s+)?(?=(?:di|ke)\s|jl|jalan|jln|gg|perum|komplek|\p{Lu}))?(?:(?:saya|aku|kami|kita|nya|lengkapnya|kosnya|rumahnya|kantornya|yaitu|adalah|di|ke)\s+)*/iu;

/** "masih sama (Jl. Taman 8, …)" */
const AS_BEFORE =
  /^(?:(?:yang|yg|masih|msh|tetap|ttp)\s+)*(?:sama|seperti|kayak|kyk|spt|biasa|biasanya)(?:\s+(?:biasa|kemarin|kmrn|tadi|dulu))?\s*(?:ya|kak|yaitu)?\s*[(:,]\s*(?=\p{L})/iu;

/** Whether a part is no more than what introduces an address, or how people are spoken to: "antar", "di", "(Ibu)". */
export function isLeadAlone(part: string): boolean {
  const words = part.replaceAll(/[^\p{L}\s]+/gu, ' ').trim();
  return (
    !/\d/.test(part) &&
    (/^(?:(?:bpk|bapak|pak|bu|ibu|wa|hp|rumah|kantor)\s*)+$/iu.test(words) ||
      withoutLead(`${words} Jl`) === 'Jl')
  );
}

/** An address without what introduces it in a sentence. */
export function withoutLead(address: string): string {
  const rest = address.replace(AS_BEFORE, '').replace(LEAD, '');
  return /^(?:di|ke)?\W*$/iu.test(rest) ? '' : rest;
}

/** Whether a part is a piece of a sentence, not the name of a place: it has words of greeting, ordering or of who does it. */
export function isOfSentence(part: string): boolean {
  const words = part.split(' ');
  return words.length > 6 || words.some((word) => isFiller(word)) || isPerson(part);
}
