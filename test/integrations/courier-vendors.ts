import { pino } from 'pino';
import { openCourierVendors } from '../../src/integrations/courier/index.ts';
import type {
  BookingRequest,
  CourierVendor,
  Place,
  VendorName,
} from '../../src/integrations/courier/port.ts';
import { Secret } from '../../src/kernel/sealed/index.ts';
import { openBiteshipVendor } from './biteship-vendor.ts';
import { reportStatus, VENDOR_KEY, type BookedOrder, type CourierLoopback } from './courier-vendor.ts';
import { openRajaongkirVendor } from './rajaongkir-vendor.ts';
import { openShipperVendor } from './shipper-vendor.ts';

/** What a courier can report, in the words of each vendor. */
type Report = 'collected' | 'delivered' | 'unheard of' | 'returning';

/** Each vendor on this machine: how it is opened, and how it says what happens to a parcel. */
export const LOOPBACKS: Record<
  VendorName,
  {
    open: () => Promise<CourierLoopback>;
    words: Record<Report, string>;
    isStanding(order: BookedOrder): boolean;
  }
> = {
  biteship: {
    open: openBiteshipVendor,
    words: {
      collected: 'picked',
      delivered: 'delivered',
      'unheard of': 'teleported',
      returning: 'return_in_transit',
    },
    isStanding: ({ status }) => status !== 'cancelled',
  },
  rajaongkir: {
    open: openRajaongkirVendor,
    words: {
      collected: 'ON PROCESS',
      delivered: 'DELIVERED',
      'unheard of': 'TELEPORTED',
      returning: 'RETURN',
    },
    isStanding: () => true,
  },
  shipper: {
    open: openShipperVendor,
    words: { collected: '1180', delivered: '2000', 'unheard of': '7777', returning: '1410' },
    isStanding: ({ status }) => status !== '999',
  },
};

/** The adapter of a vendor, at an address of this machine. */
export function vendorAt(name: VendorName, url: string, timeout_ms: number, key = VENDOR_KEY): CourierVendor {
  const urls = { BITESHIP_URL: url, RAJAONGKIR_URL: url, SHIPPER_URL: url };
  return openCourierVendors(urls, pino({ level: 'silent' }), { timeout_ms })(name, new Secret(key));
}

export function report(name: VendorName, order: BookedOrder, what: Report, at: string): void {
  reportStatus(order, LOOPBACKS[name].words[what], at);
}

export const GAMBIR: Place = {
  district_code: 317101,
  district: 'Gambir',
  city: 'Kota Administrasi Jakarta Pusat',
  province: 'DKI Jakarta',
  postal_code: '10120',
};
export const TAJINAN: Place = {
  district_code: 350718,
  district: 'Tajinan',
  city: 'Kabupaten Malang',
  province: 'Jawa Timur',
};

export function bookingRequest(key: string, more: Partial<BookingRequest> = {}): BookingRequest {
  return {
    key,
    courier_code: 'jne',
    service_code: 'REG',
    collection: 'PICKUP',
    sender: { name: 'Toko Batik', phone: '6281234567890', address: 'Jl. Merdeka 1', place: GAMBIR },
    receiver: { name: 'Budi', phone: '6281234567890', address: 'Jl. Raya 2', place: TAJINAN },
    weight_grams: 1_300,
    items: [{ name: 'Kemeja', quantity: 2, price_idr: 150_000, weight_grams: 650 }],
    is_insured: false,
    cod_idr: 0,
    note: '',
    ...more,
  };
}
