import type { CourierProblem, NewsStatus } from './port.ts';
import { serviceTable } from './service-words.ts';

/** From `GET /v1/couriers` of Biteship (biteship.com/id/docs/api/couriers). Services that it does not have are missing. */
export const SERVICES = serviceTable({
  jne: ['jne', { REG: 'reg', YES: 'yes', OKE: 'oke', CTC: 'ctc', CTCYES: 'ctcyes', JTR: 'jtr' }],
  tiki: ['tiki', { ECO: 'eko', REG: 'reg', ONS: 'ons', SDS: 'sds', TRC: 'trc' }],
  pos: [
    'pos',
    {
      'Paket Kilat Khusus': 'kilat_khusus',
      'Express Next Day Barang': 'next_day',
      'Paket Jumbo Ekonomi': 'jumbo_ekonomi',
    },
  ],
  sicepat: ['sicepat', { REG: 'reg', BEST: 'best', GOKIL: 'gokil' }],
  wahana: ['wahana', { Normal: 'normal' }],
  jnt: ['jnt', { EZ: 'ez' }],
  lion: ['lion', { ONEPACK: 'one_pack', REGPACK: 'reg_pack', JAGOPACK: 'jago_pack', BIGPACK: 'big_pack' }],
  ninja: ['ninja', { STANDARD: 'standard' }],
  sap: ['sap', { REG: 'reg', ODS: 'ods', SDS: 'sds' }],
  rpx: ['rpx', { RGP: 'rgp', NDP: 'ndp', SDP: 'sdp', PAS: 'pas' }],
  ide: ['idexpress', { STD: 'reg', Idtruck: 'idtruck' }],
  anteraja: ['anteraja', { REG: 'reg', ND: 'next_day', SD: 'same_day' }],
});

/** What Biteship says of a parcel (biteship.com/id/docs/api/orders/overview), in our words. */
export const STATUSES: Readonly<Record<string, NewsStatus>> = {
  confirmed: 'PICKUP_REQUEST',
  scheduled: 'PICKUP_REQUEST',
  allocated: 'PICKUP_REQUEST',
  picking_up: 'PICKUP_REQUEST',
  picked: 'ON_PROCESS',
  dropping_off: 'ON_PROCESS',
  delivered: 'DELIVERED',
  on_hold: 'SHIPMENT_PROBLEM',
  return_in_transit: 'SHIPMENT_PROBLEM',
  returned: 'RETURNED',
  disposed: 'LOST',
  courier_not_found: 'UNPICK',
  cancelled: 'UNPICK',
  rejected: 'INVALID',
};

/** A parcel in one of these is on nobody's way any more, and was never. */
export const CANCELED: ReadonlySet<string> = new Set(['cancelled', 'rejected', 'courier_not_found']);

export const REFERENCE_USED = 40002060;
export const ALREADY_OTHERWISE = 40002053;

/** Codes of errors (biteship.com/id/docs: authentication, rates/error, orders/error). */
export const PROBLEMS: Readonly<Record<number, CourierProblem>> = {
  40000001: 'key_refused',
  40101001: 'key_refused',
  40101002: 'key_refused',
  40101003: 'key_refused',
  40301001: 'key_refused',
  40301002: 'key_refused',
  40001001: 'destination_unknown',
  40001010: 'no_rate',
  40002001: 'key_refused',
  40002002: 'key_refused',
  40002003: 'key_refused',
  40002004: 'request_refused',
  40002005: 'request_refused',
  40002006: 'request_refused',
  40002007: 'request_refused',
  40002008: 'request_refused',
  40002009: 'cod_refused',
  40002010: 'destination_unknown',
  40002011: 'origin_unknown',
  40002012: 'request_refused',
  40002014: 'request_refused',
  40002015: 'request_refused',
  40002016: 'request_refused',
  40002017: 'request_refused',
  40002018: 'request_refused',
  40002019: 'request_refused',
  40002020: 'destination_unknown',
  40002021: 'unavailable',
  40002026: 'service_unknown',
  40002027: 'service_unknown',
  40002028: 'cod_refused',
  40002030: 'cod_refused',
  40002031: 'cod_refused',
  40002039: 'balance_too_low',
  40002040: 'unavailable',
  40002041: 'unavailable',
  40002042: 'unavailable',
  [ALREADY_OTHERWISE]: 'too_late',
  40002055: 'unavailable',
  40002056: 'unavailable',
  40002057: 'booking_unknown',
  40002999: 'unavailable',
  40003001: 'booking_unknown',
  40003002: 'booking_unknown',
  40009001: 'balance_too_low',
  40009002: 'balance_too_low',
  40009003: 'balance_too_low',
};
