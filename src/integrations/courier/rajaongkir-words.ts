import type { NewsStatus } from './port.ts';
import { serviceTable } from './service-words.ts';

/** Couriers and services of RajaOngkir by Komerce (rajaongkir.com/docs/shipping-cost): it writes services as couriers do. */
export const SERVICES = serviceTable({
  jne: [
    'jne',
    {
      REG: ['REG', 'REG19', 'REG23'],
      YES: ['YES', 'YES19', 'YES23'],
      OKE: ['OKE', 'OKE19', 'OKE23'],
      CTC: 'CTC',
      CTCYES: 'CTCYES',
      JTR: ['JTR', 'JTR18', 'JTR23'],
    },
  ],
  tiki: ['tiki', { ECO: ['ECO', 'EKO'], REG: 'REG', ONS: 'ONS', SDS: 'SDS', TRC: 'TRC' }],
  pos: [
    'pos',
    {
      'Paket Kilat Khusus': ['Paket Kilat Khusus', 'Pos Reguler'],
      'Express Next Day Barang': ['Express Next Day Barang', 'Pos Nextday'],
      'Paket Jumbo Ekonomi': 'Paket Jumbo Ekonomi',
    },
  ],
  sicepat: ['sicepat', { REG: 'REG', BEST: 'BEST', GOKIL: 'GOKIL', HALU: 'HALU', SIUNT: 'SIUNT' }],
  wahana: ['wahana', { Normal: ['Normal', 'DES', 'Normal Service'] }],
  jnt: ['jnt', { EZ: 'EZ', JSD: 'JSD' }],
  lion: ['lion', { ONEPACK: 'ONEPACK', REGPACK: 'REGPACK', JAGOPACK: 'JAGOPACK', BIGPACK: 'BIGPACK' }],
  ninja: ['ninja', { STANDARD: 'STANDARD' }],
  sap: ['sap', { REG: ['REG', 'UDRREG1'], ODS: 'ODS', SDS: 'SDS', UDRREG: 'UDRREG', DRGREG: 'DRGREG' }],
  ide: ['ide', { STD: 'STD', IDlite: 'IDlite', Idtruck: 'IDtruck' }],
  rex: ['rex', { REG: 'REG', EXP: 'EXP' }],
  sentral: ['sentral', { DARAT: 'DARAT' }],
});

/** `delivery_status.status` and `summary.status` of a parcel, in capitals. */
export const STATUSES: Readonly<Record<string, NewsStatus>> = {
  'ON PROCESS': 'ON_PROCESS',
  'ON TRANSIT': 'ON_PROCESS',
  ON_PROCESS: 'ON_PROCESS',
  'ON DELIVERY': 'ON_PROCESS',
  DELIVERED: 'DELIVERED',
  RETURNED: 'RETURNED',
  'RETURN TO SHIPPER': 'RETURNED',
};
