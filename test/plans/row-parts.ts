import { TODAY_SQL } from '../shop-zone.ts';

/** First id of the rows that are filled in; those that the API gives begin at 1. */
export const FIRST = 1_000_000;

/** A table with the columns of its row of number n, as SQL; and how many rows where a limit of the API allows fewer. */
export type FilledTable = [table: string, columns: Record<string, string>, rows?: number];

export const NAME = `(array['Gamis', 'Kaos', 'Tas', 'Sepatu', 'Hijab'])[1 + n % 5] || ' '
  || (array['Aisyah', 'Polos', 'Kulit', 'Batik', 'Ceruty', 'Rayon', 'Denim'])[1 + n % 7] || ' Premium ' || n`;
export const PERSON = `(array['Agus', 'Ani', 'Bayu', 'Budi', 'Citra', 'Dewi', 'Siti'])[1 + n % 7] || ' '
  || (array['Aminah', 'Gunawan', 'Handayani', 'Kusuma', 'Lubis'])[1 + n % 5] || ' ' || n`;
export const ID = `${FIRST} + n`;
export const MOMENT = `now() - n * interval '5 minutes'`;
export const DAY = `${TODAY_SQL} - n % 60`;

/** Of warehouses, so few: files of goods have a column for each, and the time that they take is not the database's. */
export const WAREHOUSES = 40;
/** A warehouse for the row of number n. */
export const WAREHOUSE = `${FIRST} + 1 + n % ${WAREHOUSES}`;
