import { courierServices, couriers, type Courier, type CourierService } from '../../reference/index.ts';

/** Spellings of the couriers; a space stands for any spaces, dots, hyphens and punctuation. */
export const WRITTEN: Record<string, string[]> = {
  jne: ['jne', 'j n e'],
  tiki: ['tiki'],
  pos: ['pos', 'pos indonesia', 'kantor pos', 'pos indo', 'posindo'],
  sicepat: ['sicepat', 'si cepat', 'sicpt', 'scp'],
  wahana: ['wahana'],
  jnt: ['j&t', 'jnt', 'j n t', 'j t', 'j dan t', 'j&t express', 'jnt express', 'jet express'],
  alfatrex: ['alfatrex'],
  lion: ['lion parcel', 'lion', 'lionparcel'],
  ninja: ['ninja', 'ninja xpress', 'ninja express', 'ninjavan'],
  sap: ['sap', 'sap express'],
  rpx: ['rpx'],
  ide: ['id express', 'idexpress', 'ide', 'id exp', 'idx'],
  jxpress: ['j xpress', 'jxpress'],
  anteraja: ['anteraja', 'anter aja', 'antar aja', 'antaraja'],
  rex: ['rex'],
  sentral: ['sentral cargo', 'sentral'],
  pickup: [
    'ambil di toko',
    'ambil sendiri',
    'ambil ditoko',
    'pickup',
    'pick up',
    'ambil ke toko',
    'diambil sendiri',
    'diambil di toko',
  ],
};

/** Services that have names of their own beside the codes. */
const SERVICE_WRITTEN: Record<string, string[]> = {
  REG: ['reguler', 'regular', 'reg'],
  OKE: ['oke', 'ekonomi'],
  YES: ['yes'],
  EZ: ['ez', 'reguler', 'regular', 'reg'],
  BEST: ['best', 'besok sampai'],
  HALU: ['halu'],
  SIUNT: ['siuntung', 'siunt'],
  GOKIL: ['gokil', 'cargo', 'kargo'],
  JTR: ['jtr', 'trucking', 'cargo', 'kargo'],
  SDS: ['sds', 'same day', 'sameday'],
  ND: ['next day', 'nextday', 'nd'],
  SD: ['same day', 'sameday', 'sd'],
  STD: ['std', 'standar', 'standard', 'reguler', 'regular'],
  STANDARD: ['standard', 'standar', 'reguler', 'regular'],
  'Paket Kilat Khusus': ['kilat khusus', 'kilat', 'pkk', 'reguler', 'reg'],
  'Express Next Day Barang': ['express', 'next day'],
  REGPACK: ['regpack', 'reguler', 'regular', 'reg'],
  ONEPACK: ['onepack', 'one day'],
  Normal: ['normal', 'reguler', 'reg'],
};

/** Names that are words of everyday too: alone they name a courier only where one is expected. */
const EVERYDAY = new Set(['pos', 'lion', 'ninja', 'sap', 'rex', 'ide', 'sentral', 'wahana', 'idx', 'j t']);

const pattern = (written: string) =>
  written.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll(' ', String.raw`[\s.&/-]*`);

const NAMED = couriers
  .flatMap((courier) => (WRITTEN[courier.code] ?? []).map((written) => ({ courier, written })))
  .sort((a, b) => b.written.length - a.written.length)
  .map(({ courier, written }) => ({
    courier,
    is_everyday: EVERYDAY.has(written),
    expression: new RegExp(String.raw`(?<![\p{L}\d&])${pattern(written)}(?![\p{L}\d&])`, 'iu'),
  }));

/** Words that may stand beside a courier's name and say nothing more. */
const BESIDE =
  /\b(?:via|pakai|pake|pakek|lewat|by|dengan|dg|dgn|kurir|kurirnya|ekspedisi|ekspedisinya|expedisi|pengiriman|kirim|dikirim|kirimnya|yang|yg|paket|aja|saja|ya|yaa|y|kak|kakak|sis|min|gan|bang|biasa|ongkir|cod|dong|express|xpress|service|layanan|mau|minta|untuk|ke|barang|barangnya|pesanan|langsung|dari|toko|nanti|besok|jam|sore|siang|pagi|makasih|terima|kasih|deh|juga|tolong|bisa|hari|ini)\b/giu;

export interface FoundCourier {
  courier: Courier;
  /** undefined where none is said. */
  service: CourierService | undefined;
  at: number;
  end: number;
  /** What the text says beside it. */
  rest: string;
}

export function servicesOf(courier: Courier): CourierService[] {
  return courierServices.filter((service) => service.courier_id === courier.id);
}

interface NamedCourier {
  courier: Courier;
  at: number;
  end: number;
}

/** All that a text names, in its order; an everyday word beside another courier only where it is put as the other choice. */
function namedIn(text: string, is_expected: boolean): NamedCourier[] {
  const found = NAMED.flatMap(({ courier, is_everyday, expression }) => {
    const match = is_everyday && !is_expected ? null : expression.exec(text);
    return match === null
      ? []
      : [{ courier, is_everyday, at: match.index, end: match.index + match[0].length }];
  }).toSorted((a, b) => a.at - b.at || b.end - a.end);
  const named: NamedCourier[] = [];
  for (const { is_everyday, ...one } of found) {
    const last = named.at(-1);
    if (last !== undefined && one.at < last.end) continue;
    const is_choice = /(?:[/,&]|\b(?:atau|or|ato))\s*$/iu.test(text.slice(last?.end ?? 0, one.at));
    if (last === undefined || !is_everyday || is_choice) named.push(one);
  }
  return named;
}

/** The couriers that a text leaves open to choose from, or the one that it names. */
export function couriersIn(text: string): Courier[] {
  return [...new Set(namedIn(text, true).map(({ courier }) => courier))];
}

/** Whether a text offers couriers to choose from, though one of them may be the only one that is known: "JNE / GoSend". */
export function isCourierChoice(text: string): boolean {
  const parts = text
    .split(/\s*[/|]\s*|\s*,\s*|\s+(?:atau|or|ato)\s+/iu)
    .filter((part) => /\p{L}/u.test(part));
  const [first] = couriersIn(text);
  if (parts.length < 2 || first === undefined) return false;
  const written = new Set(
    servicesOf(first).flatMap(({ code }) => [code.toLowerCase(), ...(SERVICE_WRITTEN[code] ?? [])]),
  );
  // "JNE REG/YES" leaves the service open, "J&T/JNT" nothing.
  return parts.some(
    (part) =>
      /^\p{L}[\p{L} &]{1,20}$/u.test(part.trim()) &&
      couriersIn(part).length === 0 &&
      !written.has(part.trim().toLowerCase()) &&
      part.replaceAll(BESIDE, ' ').trim() !== '',
  );
}

/**
 * The first courier that a text names, and its service.
 * @param is_expected whether a courier is expected here, so that a common word can be its name too
 */
export function courierIn(text: string, is_expected: boolean): FoundCourier | undefined {
  const [named, ...others] = namedIn(text, is_expected);
  if (named === undefined) return undefined;
  const { courier } = named;
  const behind = text.slice(named.end);
  const service = serviceIn(courier, behind, text.slice(0, named.at));
  const end = named.end + (service === undefined ? 0 : service.end);
  const rest = [{ at: named.at, end }, ...others]
    .toReversed()
    .reduce((left, one) => `${left.slice(0, one.at)} ${left.slice(one.end)}`, text)
    .replaceAll(BESIDE, ' ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return { courier, service: service?.service, at: named.at, end, rest };
}

function serviceIn(
  courier: Courier,
  behind: string,
  before: string,
): { service: CourierService; end: number } | undefined {
  const services = servicesOf(courier);
  // Pickup has one service, which needs no name.
  if (courier.virtual && services[0] !== undefined) return { service: services[0], end: 0 };
  const written = services.flatMap((service) =>
    [service.code.toLowerCase(), ...(SERVICE_WRITTEN[service.code] ?? [])].map((name) => ({ service, name })),
  );
  for (const { service, name } of written.toSorted((a, b) => b.name.length - a.name.length)) {
    const found = new RegExp(
      String.raw`^[\s\-/(.,]*(?:express\s+|layanan\s+)?${pattern(name)}\)?(?![\p{L}\d])`,
      'iu',
    ).exec(behind);
    // "JNE REG/YES" selects neither.
    if (found !== null)
      return isServiceChoice(behind.slice(found[0].length), written)
        ? undefined
        : { service, end: found[0].length };
    if (
      new RegExp(String.raw`(?<![\p{L}\d])${pattern(name)}\s*$`, 'iu').test(before.trim()) &&
      name.length > 2
    )
      return { service, end: 0 };
  }
  return undefined;
}

function isServiceChoice(behind: string, written: readonly { name: string }[]): boolean {
  const [, other] = /^\s*(?:[/,&]|atau|or|ato)\s*([\p{L} ]{2,20})/iu.exec(behind) ?? [];
  return other !== undefined && written.some(({ name }) => other.toLowerCase().startsWith(name));
}

/** Where a sentence names a courier: "via jne", "pake sicepat ya". */
export function courierRequest(text: string): number | undefined {
  const requested =
    /(?<![\p{L}\d])(?:(?:di)?kirim(?:nya)?\s+)?(?:via|pakai|pake|pakek|lewat|by|ekspedisi|kurir|pengiriman)\s+/giu;
  for (const match of text.matchAll(requested)) {
    const from = match.index + match[0].length;
    const found = courierIn(text.slice(from, from + 40), true);
    if (found !== undefined && found.at < 12) return match.index;
  }
  return undefined;
}
