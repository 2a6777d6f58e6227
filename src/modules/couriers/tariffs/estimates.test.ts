import { expect, test } from 'vitest';
import { courierServices, findService } from '../../reference/index.ts';
import { estimateOf, ESTIMATES } from './estimates.ts';
import { tariffPrice } from './tariff-price.ts';
import { ZONES, zoneOf, type Zone } from './zones.ts';
import data from './estimates.json' with { type: 'json' };

/** Each is not cheaper than those before it. */
const FARTHER: Zone[][] = [
  ['CITY', 'PROVINCE', 'ISLAND', 'JAWA_BALI', 'JAWA_SUMATRA', 'JAWA_KALIMANTAN', 'JAWA_SULAWESI', 'OUTER'],
  ['OUTER', 'MALUKU', 'PAPUA'],
  ['ISLAND', 'MALUKU_INSIDE', 'MALUKU'],
  ['MALUKU_INSIDE', 'PAPUA_INSIDE', 'PAPUA'],
];

const services = courierServices.filter(({ group }) => group !== 'pickup' && group !== 'manual');
const pricedZones = (id: number) => ZONES.filter((zone) => estimateOf(id, zone) !== undefined);
const priceOf = (id: number, zone: Zone, kg: number) => {
  const estimate = estimateOf(id, zone);
  return estimate && tariffPrice(estimate, kg * 1000);
};

test('the figures say that they are estimates, of what month and where from', () => {
  expect(data).toMatchObject({ estimate: true, date: '2026-11', source: 'own zone model' });
  expect(ESTIMATES).toEqual({ date: '2026-11', source: 'own zone model' });
});

test('every service of a courier is estimated within a city, and nothing else is', () => {
  const far = new Set([900]);
  for (const { id } of services) expect([id, pricedZones(id).includes('CITY')]).toEqual([id, !far.has(id)]);
  expect(new Set(data.services.map(({ service_id }) => service_id))).toEqual(
    new Set(services.map(({ id }) => id)),
  );
  expect(data.services).toHaveLength(services.length);
  for (const { service_id } of data.services) expect(findService(service_id)).toBeDefined();
  for (const { zones } of data.services) for (const zone of Object.keys(zones)) expect(ZONES).toContain(zone);
});

test.each(services.map((service) => [service.name, service.id] as const))(
  '%s (%i) costs more the farther and the heavier a parcel is, and arrives no earlier than it says',
  (_name, id) => {
    for (const zones of FARTHER) {
      const prices = zones.flatMap((zone) => priceOf(id, zone, 1) ?? []);
      expect(prices).toEqual(prices.toSorted((a, b) => a - b));
    }
    for (const zone of pricedZones(id)) {
      const estimate = estimateOf(id, zone);
      for (let kg = estimate?.min_kg ?? 1; kg < 60; kg += 1)
        expect(priceOf(id, zone, kg + 1)).toBeGreaterThan(priceOf(id, zone, kg) ?? 0);
      expect(estimate?.max_days).toBeGreaterThanOrEqual(estimate?.min_days ?? 0);
      expect(estimate?.first_kg_idr).toBeGreaterThan(0);
    }
  },
);

test('of a courier, express is dearer than regular wherever both go, and not slower', () => {
  let compared = 0;
  for (const regular of services.filter(({ group }) => group === 'regular'))
    for (const express of services.filter(
      ({ group, courier_id }) => group === 'express' && courier_id === regular.courier_id,
    ))
      for (const zone of ZONES) {
        const [slow, fast] = [estimateOf(regular.id, zone), estimateOf(express.id, zone)];
        if (slow === undefined || fast === undefined) continue;
        compared += 1;
        expect(tariffPrice(fast, 1000)).toBeGreaterThan(tariffPrice(slow, 1000));
        expect(fast.max_days).toBeLessThanOrEqual(slow.max_days ?? 0);
      }
  expect(compared).toBeGreaterThan(50);
});

test('trucking charges its minimum, and above it less for a kilogram than any other service', () => {
  const trucking = services.filter(({ group }) => group === 'trucking');
  const others = services.filter(({ group }) => group !== 'trucking');
  for (const { id } of trucking)
    for (const zone of ZONES) {
      const estimate = estimateOf(id, zone);
      expect(estimate?.min_kg).toBe(10);
      expect(priceOf(id, zone, 1)).toBe(priceOf(id, zone, 10));
      for (const other of others)
        expect(priceOf(id, zone, 12)).toBeLessThan(priceOf(other.id, zone, 12) ?? Number.POSITIVE_INFINITY);
    }
});

test('a same-day service goes nowhere outside its city', () => {
  for (const { id } of services.filter(({ show_name }) => show_name === 'Same Day'))
    expect(pricedZones(id)).toEqual(['CITY']);
});

const place = (code: number) => ({
  code,
  city_code: Math.floor(code / 100),
  province_code: Math.floor(code / 10_000),
});

test.each([
  ['CITY', 357_301, 357_302],
  ['CITY', 317_101, 317_401],
  ['PROVINCE', 357_301, 350_701],
  ['ISLAND', 357_301, 320_401],
  ['ISLAND', 110_101, 210_101],
  ['ISLAND', 510_101, 530_101],
  ['JAWA_BALI', 357_301, 510_101],
  ['JAWA_SUMATRA', 357_301, 110_101],
  ['JAWA_KALIMANTAN', 357_301, 650_101],
  ['JAWA_SULAWESI', 357_301, 760_101],
  ['OUTER', 110_101, 610_101],
  ['OUTER', 510_101, 710_101],
  ['MALUKU_INSIDE', 810_101, 820_101],
  ['MALUKU', 357_301, 820_101],
  ['PAPUA_INSIDE', 910_101, 960_101],
  ['PAPUA', 357_301, 920_101],
  ['PAPUA', 810_101, 950_101],
] as const)('the zone %s is between %i and %i, both ways', (zone, from, to) => {
  expect(zoneOf(place(from), place(to))).toBe(zone);
  expect(zoneOf(place(to), place(from))).toBe(zone);
});

test('a part of a kilogram costs its part, rounded half up to a rupiah', () => {
  const price = { first_kg_idr: 9_000, next_kg_idr: 7_001, min_kg: 1, min_days: null, max_days: null };
  expect([1000, 1500, 1501, 3000].map((grams) => tariffPrice(price, grams))).toEqual([
    9_000, 12_501, 12_508, 23_002,
  ]);
});
