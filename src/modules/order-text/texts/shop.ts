/** Colours of a product by the letters that its SKUs have for them. */
const COLOURS: Record<string, string> = {
  HTM: 'Hitam',
  PTH: 'Putih',
  NVY: 'Navy',
  MRN: 'Maroon',
  DPK: 'Dusty Pink',
  MCA: 'Mocca',
  MLO: 'Milo',
  SGE: 'Sage',
  DNM: 'Denim',
  ABU: 'Abu-abu',
  ARM: 'Army',
  SLV: 'Silver',
  LAV: 'Lavender',
  TSC: 'Tosca',
  BNG: 'Bening',
  BRU: 'Biru',
  PNK: 'Pink',
  MRH: 'Merah',
  HJU: 'Hijau',
  OLV: 'Olive',
  NUD: 'Nude',
  BWH: 'Broken White',
  PDS: 'Pedas',
  XPD: 'Extra Pedas',
  '1L': '1 Liter',
};

interface Sold {
  name: string;
  sku: string;
  colours?: string;
  sizes?: string;
  /** Colour and size of each, where not every colour comes in every size. */
  only?: string;
}

/** What the shop of the texts sells. */
const SHELF: Sold[] = [
  { name: 'Kaos Polos', sku: 'KP', colours: 'HTM PTH NVY MRN', sizes: 'M L XL XXL' },
  { name: 'Gamis Syari Aisyah', sku: 'GSA', colours: 'DPK MCA HTM', sizes: 'S M L XL' },
  { name: 'Hijab Segi Empat Voal', sku: 'HSV', colours: 'HTM MLO SGE DNM' },
  { name: 'Sepatu Sneakers Runner', sku: 'SSR', colours: 'PTH HTM', sizes: '38 39 40 41 42 43' },
  { name: 'Celana Jogger', sku: 'CJ', colours: 'HTM ABU ARM', sizes: 'M L XL' },
  { name: 'Tas Ransel Laptop', sku: 'TRL', colours: 'HTM ABU' },
  { name: 'Tumbler Stainless 500ml', sku: 'TBL', colours: 'SLV HTM' },
  { name: 'Mukena Bali Dewasa', sku: 'MBD', colours: 'LAV TSC' },
  { name: 'Kopi Arabika Gayo 250gr', sku: 'KAG-250' },
  { name: 'Kopi Robusta Lampung 250gr', sku: 'KRL-250' },
  { name: 'Keripik Pisang Coklat', sku: 'KPC' },
  { name: 'Keripik Pisang Original', sku: 'KPO' },
  { name: 'Serum Vitamin C 20ml', sku: 'SVC-20' },
  { name: 'Sambal Roa Botol', sku: 'SRB' },
  { name: 'Casing Silikon iPhone 13', sku: 'CSI13', colours: 'BNG HTM' },
  { name: 'Casing Silikon iPhone 14', sku: 'CSI14', colours: 'BNG HTM' },
  { name: 'Kaos Dino', sku: 'KD', colours: 'BRU MRH', sizes: '2 4 6 8' },
  { name: 'Botol Minum', sku: 'BM', colours: 'PNK BRU', sizes: '1L' },
  { name: 'Daster Bali', sku: 'DB', colours: 'MRH HJU', sizes: 'L XL XXL' },
  { name: 'Sambal Cumi', sku: 'SC', colours: 'PDS XPD' },
  { name: 'Sabun Kojic', sku: 'SK' },
  { name: 'Masker Wajah', sku: 'MW' },
  { name: 'Pashmina', sku: 'PSM', colours: 'OLV NUD BWH' },
  { name: 'Rok Plisket', sku: 'RP', colours: 'HTM MCA' },
];

/** A shop whose shoes don't come in every size of every colour. */
const SMALL_SHELF: Sold[] = [
  { name: 'Sepatu', sku: 'SPT', only: 'MRH-40 HTM-41' },
  { name: 'Kaos Polos', sku: 'KP', colours: 'HTM PTH', sizes: 'M L XL' },
  { name: 'Sandal Jepit', sku: 'SJ', colours: 'HTM BRU', sizes: '38 39' },
];

/** A shop of many trades, whose names share words with greetings, sizes and each other. */
const LAYOUT_SHELF: [name: string, sku: string, options: string[]][] = [
  ['Kaos Polos', 'KP', grid(['Hitam', 'Putih', 'Navy'], ['S', 'M', 'L', 'XL'])],
  ['Topi Baseball', 'TB-01', ['TB-01:Hitam:']],
  ['Hijab Voal', 'HV', ['HV-SAG:Sage:', 'HV-MOC:Mocca:', 'HV-DUS:Dusty Pink:']],
  ['Gamis Aisyah', 'GA', grid(['Maroon', 'Navy'], ['M', 'L', 'XL'])],
  ['Sepatu Sneakers Rajawali', 'SR', grid(['Putih', 'Hitam'], ['39', '40', '41', '42'])],
  ['Cendol Small', 'DWS', ['DWS::']],
  ['Cendol Medium', 'DWM', ['DWM::']],
  ['Cendol Large', 'DWL', ['DWL::']],
  ['Keripik Singkong', 'KS', ['KS-ORI:Original:', 'KS-BAL:Balado:', 'KS-PED:Pedas:']],
  ['Gula Aren', 'GK', ['GK500::500 ml', 'GK1000::1 liter']],
  ['Daster Kencana', 'DK', ['DK01:Biru:All Size', 'DK02:Merah:All Size']],
  ['Serum Wajah Glow', 'SWG', ['SWG20::20 ml']],
  ['Madu Hutan', 'MH', ['MH250::250 gr', 'MH500::500 gr']],
];

/** `HIT-M:Hitam:M`, an option for each colour in each size; the SKU's own letters come before. */
function grid(colours: string[], sizes: string[]): string[] {
  return colours.flatMap((colour) =>
    sizes.map((size) => `-${colour.slice(0, 3).toUpperCase()}-${size}:${colour}:${size}`),
  );
}

export function layoutProducts(): Record<string, unknown>[] {
  return LAYOUT_SHELF.map(([name, sku, options]) =>
    bodyOf(
      name,
      options.map((option) => {
        const [own = '', color = '', size = ''] = option.split(':');
        return { sku: own.startsWith('-') ? `${sku}${own}` : own, color, size };
      }),
    ),
  );
}

/** The bodies of these products, as the harness adds them. */
export function shelfProducts(): Record<string, unknown>[] {
  return bodiesOf(SHELF);
}

export function smallShelfProducts(): Record<string, unknown>[] {
  return bodiesOf(SMALL_SHELF);
}

function bodiesOf(shelf: readonly Sold[]): Record<string, unknown>[] {
  return shelf.map(({ name, sku, colours = '', sizes = '', only }) => {
    const options =
      only?.split(' ').map((one) => one.split('-')) ??
      colours.split(' ').flatMap((colour) => sizes.split(' ').map((size) => [colour, size]));
    const variations = options.map(([colour = '', size = '']) => ({
      sku: [sku, colour, size].filter((part) => part !== '').join('-'),
      color: COLOURS[colour] ?? '',
      size: COLOURS[size] ?? size,
    }));
    return bodyOf(name, variations);
  });
}

function bodyOf(
  name: string,
  variations: readonly { sku: string; color: string; size: string }[],
): Record<string, unknown> {
  return {
    name,
    has_variation: variations.length > 1 ? 'Y' : 'N',
    variations: variations.map((variation) => ({
      images: [],
      primary_image: 0,
      weight: 200,
      price_buy: 40_000,
      price: 100_000,
      price_reseller: 80_000,
      price1: 0,
      price2: 0,
      price3: 0,
      stock_quantity: 100,
      stock: 'Y',
      warehouse_stock: [],
      ...variation,
    })),
  };
}

/** Customers of this shop, each at Jl. Melati 5 in Tajinan: name and phone number. */
export const CUSTOMERS = [
  ['Siti Aminah', '081234567890'],
  ['Budi Santoso', '081398765432'],
  ['Toko Berkah Jaya', '085611112222'],
] as const;
