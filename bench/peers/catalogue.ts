import { PRODUCTS } from './peer.ts';

const KINDS = ['Gamis', 'Kaos', 'Tas', 'Sepatu', 'Hijab'];
const STUFFS = ['Aisyah', 'Polos', 'Kulit', 'Batik', 'Ceruty', 'Rayon', 'Denim'];

export const SIZES = ['S', 'M', 'L'];

export interface CatalogueProduct {
  name: string;
  price_idr: number;
  /** Of each size. */
  skus: string[];
}

/** The same thousand products of three sizes for every system, named like those of the other benches. */
export const CATALOGUE: CatalogueProduct[] = Array.from({ length: PRODUCTS }, (_, index) => {
  const number = index + 1;
  return {
    name: `${KINDS[number % KINDS.length]} ${STUFFS[number % STUFFS.length]} ${number}`,
    price_idr: 10_000 + ((number * 7_919) % 500_000),
    skus: SIZES.map((size) => `BENCH-${number}-${size}`),
  };
});
