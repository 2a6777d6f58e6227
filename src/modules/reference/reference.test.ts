import { describe, expect, test } from 'vitest';
import { badgeSvg } from './badge.ts';
import {
  bankFamily,
  bankName,
  banks,
  courierServices,
  couriers,
  familyName,
  findBank,
  findCourier,
  findService,
  marketplaces,
  xenditBanks,
} from './reference.ts';

const distinct = (values: readonly unknown[]) => new Set(values).size === values.length;

describe('ids of the outside world', () => {
  test('no id stands for two things', () => {
    expect(distinct(couriers.map((courier) => courier.id))).toBe(true);
    expect(distinct(couriers.map((courier) => courier.code))).toBe(true);
    expect(distinct(courierServices.map((service) => service.id))).toBe(true);
    expect(distinct(banks.map((bank) => bank.bank_type.toLowerCase()))).toBe(true);
    expect(distinct(xenditBanks.map((bank) => bank.id))).toBe(true);
    expect(distinct(marketplaces.map((marketplace) => marketplace.marketplace_id))).toBe(true);
  });

  test.each([
    [1, 'JNE', 'REG'],
    [2, 'JNE', 'YES'],
    [3, 'JNE', 'OKE'],
    [4, 'JNE', 'CTC'],
    [44, 'Lion Parcel', 'REGPACK'],
    [57, 'J&T', 'EZ'],
    [349, 'SAP', 'REG'],
    [350, 'SAP', 'ODS'],
    [98, 'Ambil di Toko', 'Ambil di Toko'],
  ])('service %d is %s %s, as clients of the reference know it', (id, courier, rate_name) => {
    const service = findService(id);
    expect(service?.rate_name).toBe(rate_name);
    expect(findCourier(service?.courier_id ?? 0)?.name).toBe(courier);
  });

  test.each([
    [1, 'JNE'],
    [2, 'TIKI'],
    [3, 'POS'],
    [4, 'SiCepat'],
    [5, 'Wahana'],
    [6, 'J&T'],
    [7, 'Alfatrex'],
    [8, 'Lion Parcel'],
    [9, 'Ninja'],
    [10, 'SAP'],
    [11, 'RPX'],
    [98, 'Ambil di Toko'],
    [99, 'Input manual'],
  ])('courier %d of the filters is %s', (id, name) => {
    expect(findCourier(id)?.name).toBe(name);
  });

  test('every service belongs to a courier, and every courier has a service', () => {
    for (const service of courierServices) expect(findCourier(service.courier_id)).toBeDefined();
    for (const courier of couriers)
      expect(courierServices.some((service) => service.courier_id === courier.id)).toBe(true);
  });

  test('the marketplaces have the numbers of the reference', () => {
    expect(marketplaces.slice(0, 8).map((one) => one.marketplace_name)).toEqual([
      'Tokopedia',
      'Bukalapak',
      'Shopee',
      'Instagram',
      'Whatsapp',
      'Lazada',
      'Facebook',
      'Website Lain',
    ]);
  });

  test('a bank is found in any letter case; what is no bank is not', () => {
    expect(findBank('BCAsyariah')?.bank_label).toBe('Bank BCA Syariah');
    expect(findBank('warung')).toBeUndefined();
  });

  test('what every object of JavaScript has is the badge of nobody', () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty'])
      expect([familyName(name), bankName(name), bankFamily(name)]).toEqual([undefined, name, name]);
  });

  test('channels of banks that were merged away can not be paid to', () => {
    for (const code of ['BNI_SYR', 'BRI_SYR', 'MANDIRI_SYR'])
      expect(xenditBanks.find((bank) => bank.code === code)?.can_disburse).toBe(0);
  });
});

describe('badges', () => {
  test('show the name, and never markup of it', () => {
    expect(badgeSvg('J&T <b>', 'jnt')).toContain('J&amp;T &lt;b&gt;');
  });
  test('the same thing always looks the same, another one differs', () => {
    expect(badgeSvg('BCA', 'bca')).toBe(badgeSvg('BCA', 'bca'));
    expect(badgeSvg('BCA', 'bca')).not.toBe(badgeSvg('BCA', 'bni'));
  });
});
