import type { NewsStatus } from './port.ts';
import { serviceTable } from './service-words.ts';

/** Names of couriers and services in `logistic.name` and `rate.name` of Shipper's prices (domestic-pricing-1). */
export const SERVICES = serviceTable({
  jne: [
    'JNE',
    {
      REG: ['REG', 'Regular', 'Reguler'],
      YES: 'YES',
      OKE: 'OKE',
      CTC: 'CTC',
      CTCYES: 'CTCYES',
      JTR: ['JTR', 'Trucking'],
    },
  ],
  tiki: [
    'TIKI',
    { REG: ['REG', 'Regular'], ECO: ['ECO', 'Economy'], ONS: ['ONS', 'Over Night Service'], SDS: 'SDS' },
  ],
  sicepat: [
    'SiCepat',
    {
      REG: ['REG', 'Regular', 'Reguler'],
      BEST: 'BEST',
      GOKIL: ['GOKIL', 'Cargo'],
      SIUNT: ['SIUNT', 'SiUntung'],
      HALU: 'HALU',
    },
  ],
  wahana: ['Wahana', { Normal: ['Normal', 'Regular'] }],
  jnt: ['J&T', { EZ: ['EZ', 'Regular', 'Reguler'] }],
  lion: [
    'Lion Parcel',
    { REGPACK: ['REGPACK', 'Regular'], ONEPACK: 'ONEPACK', JAGOPACK: 'JAGOPACK', BIGPACK: 'BIGPACK' },
  ],
  ninja: ['Ninja Xpress', { STANDARD: ['STANDARD', 'Regular', 'Reguler'] }],
  sap: ['SAP', { REG: ['REG', 'Regular', 'Reguler'], ODS: 'ODS', SDS: 'SDS' }],
  rpx: ['RPX', { RGP: 'RGP', NDP: 'NDP' }],
  ide: ['IDexpress', { STD: ['STD', 'Standard', 'Regular', 'Reguler'] }],
  anteraja: ['AnterAja', { REG: ['REG', 'Regular', 'Reguler'], ND: 'Next Day', SD: 'Same Day' }],
});

/** Shipper's status codes (logistics-docs.shipper.id/docs/shipper-external-status), in our words. */
export const STATUSES: Readonly<Record<number, NewsStatus>> = {
  999: 'UNPICK',
  1000: 'PICKUP_REQUEST',
  1001: 'PICKUP_REQUEST',
  1010: 'PICKUP_REQUEST',
  1020: 'PICKUP_REQUEST',
  1030: 'PICKUP_REQUEST',
  1040: 'ON_PROCESS',
  1050: 'ON_PROCESS',
  1060: 'ON_PROCESS',
  1160: 'ON_PROCESS',
  1170: 'ON_PROCESS',
  1180: 'ON_PROCESS',
  1190: 'ON_PROCESS',
  1310: 'SHIPMENT_PROBLEM',
  1320: 'ON_PROCESS',
  1330: 'SHIPMENT_PROBLEM',
  1340: 'SHIPMENT_PROBLEM',
  1370: 'SHIPMENT_PROBLEM',
  1380: 'LOST',
  1410: 'SHIPMENT_PROBLEM',
  1420: 'SHIPMENT_PROBLEM',
  2000: 'DELIVERED',
};

export const CANCELED = 999;
/** Nobody has been asked yet to collect it. */
export const CREATED = 1000;
/** From here on a courier has it. */
export const PICKED_FROM = 1040;
/** It comes back to the sender. */
export const RETURNING: ReadonlySet<number> = new Set([1340, 1410, 1420]);
