import type { DemoActor } from './actor.ts';
import type { Dice } from './dice.ts';
import { runAtOnce } from './run-at-once.ts';

const FIRST = `
  Siti Nur Dewi Ayu Rina Fitri Indah Maya Ratna Yuni Lestari Putri Wulan Aisyah Khadijah Zahra Annisa
  Dian Eka Novi Sri Tri Ani Mega Citra Intan Budi Agus Andi Rizky Fajar Hendra Joko Wahyu Dimas Bayu
  Ilham Made Ketut Ahmad Yusuf Rahmat Slamet Yohanes Maria Ujang Asep Teguh Hasan Irfan Rahel
`
  .trim()
  .split(/\s+/);
const LAST = `
  Santoso Wijaya Lestari Rahayu Hidayat Setiawan Nugroho Saputra Utami Kurniawan Siregar Nasution
  Simanjuntak Hutapea Tanjung Pratama Permata Anggraini Maulana Firmansyah Ramadhan Handayani Purnama
  Susanti Wibowo Gunawan Suryani Kusuma Aminah Fauzi Halim Iskandar Latuconsina Rumengan Wenda
  Pattimura Daulay
`
  .trim()
  .split(/\s+/);
const STREETS = `
  Melati, Mawar, Kenanga, Diponegoro, Sudirman, Ahmad Yani, Gajah Mada, Veteran, Pahlawan, Kartini,
  Merdeka, Anggrek, Cempaka, Imam Bonjol, Pemuda, Hasanuddin, Raya Barat, Pasar Baru
`
  .trim()
  .split(/,\s+/);

/** Cities all over the country, how many of the customers live there, and what a kilo costs to send (thousands). */
const CITIES = [
  ...cities(5, 18, 'Jakarta Selatan, Jakarta Barat, Jakarta Timur, Bekasi, Depok, Bogor, Tangerang, Bandung'),
  ...cities(3, 12, 'Semarang, Sleman, Surakarta, Banyumas, Kudus'),
  ...cities(5, 9, 'Surabaya, Malang, Sidoarjo, Jember, Kediri'),
  ...cities(2, 15, 'Serang, Cirebon, Garut, Tegal, Madiun'),
  ...cities(3, 34, 'Medan, Palembang, Pekanbaru, Padang'),
  ...cities(2, 32, 'Banda Aceh, Batam, Jambi, Bengkulu, Bandar Lampung'),
  ...cities(2, 24, 'Denpasar, Mataram, Kupang'),
  ...cities(2, 36, 'Pontianak, Banjarmasin, Samarinda, Balikpapan'),
  ...cities(2, 39, 'Makassar, Manado, Palu, Kendari'),
  ...cities(1, 78, 'Ambon, Ternate, Jayapura, Sorong'),
];

function cities(weight: number, rate_thousands: number, names: string) {
  return names.split(', ').map((name) => ({ name, weight, rate_idr: rate_thousands * 1_000 }));
}

export interface Person {
  customer_id: number;
  category: 'N' | 'Y' | 'D';
  /** What a kilo to this customer costs. */
  rate_idr: number;
  /** How often this customer buys. */
  loyalty: number;
  since: Date;
}

interface Region {
  id: number;
  district: { name: string };
  postal_code: string[];
}

/**
 * Brings so many customers to the shop: two fifths are there at the beginning, the others come until the end of the period.
 * @returns them in the order in which they came
 */
export async function meetCustomers(
  actor: DemoActor,
  dice: Dice,
  count: number,
  { from, to }: { from: Date; to: Date },
): Promise<Person[]> {
  const moments = Array.from({ length: count }, (_, number) =>
    number < count * 0.4
      ? from.getTime() + number * 1_000
      : from.getTime() + dice.roll() * (to.getTime() - from.getTime()),
  );
  const districts = new Map<string, Region[]>();
  const people: Person[] = [];
  const additions: (() => Promise<void>)[] = [];
  for (const [number, moment] of moments.toSorted((left, right) => left - right).entries()) {
    const city = dice.weighted(CITIES, (place) => place.weight);
    const known = districts.get(city.name) ?? (await districtsOf(actor, city.name));
    districts.set(city.name, known);
    const { input, ...person } = drawPerson(dice, dice.pick(known), city.rate_idr, new Date(moment));
    additions.push(async () => {
      const { customer_id } = await actor.act<{ customer_id: number }>('createCustomer', input, person.since);
      people[number] = { ...person, customer_id };
    });
  }
  await runAtOnce(additions);
  return people;
}

async function districtsOf(actor: DemoActor, city: string): Promise<Region[]> {
  const page = { keyword: city, per_page: 100, pagination_offset: 1 };
  const { items } = await actor.act<{ items: Region[] }>('searchRegions', page);
  // The reference calls the city of a subdistrict its district.
  return items.filter((item) => item.district.name.includes(city));
}

/** Who it is, and what `createCustomer` is told. */
function drawPerson(
  dice: Dice,
  district: Region,
  rate_idr: number,
  since: Date,
): Omit<Person, 'customer_id'> & { input: object } {
  const category = dice.weighted(['N', 'Y', 'D'] as const, (code) => ({ N: 78, Y: 14, D: 8 })[code]);
  const name = dice.chance(0.03) ? dice.pick(FIRST) : `${dice.pick(FIRST)} ${dice.pick(LAST)}`;
  const account = name.toLowerCase().replaceAll(' ', '.');
  const input = {
    name,
    phone: `08${dice.pick(['12', '13', '21', '52', '57', '77', '81', '95'])}${dice.between(10_000_000, 99_999_999)}`,
    district_id: district.id,
    address: `Jl. ${dice.pick(STREETS)} No. ${dice.between(1, 180)}, RT ${dice.between(1, 12)}/RW ${dice.between(1, 9)}`,
    postal_code: district.postal_code[0],
    category,
    is_active: 'Y',
    ...(dice.chance(0.35) && { email: `${account}${dice.between(1, 99)}@example.com` }),
    ...(dice.chance(0.15) && { other: `IG @${account}` }),
  };
  const loyalty = (dice.roll() ** 4 + 0.03) * (category === 'N' ? 1 : 3);
  return { input, category, rate_idr, loyalty, since };
}
