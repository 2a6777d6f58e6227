import { scene, type ContractScene } from './stage.ts';

/** Tariffs of the shop, and what parcels cost. */
export const rateScenes: ContractScene[] = [
  scene('setTariffs', async (stage) => {
    await stage.call('setTariffs', {
      rows: [
        { service_id: 1, zone: 'CITY', first_kg: 8000, next_kg: 7000, min_days: 1, max_days: 2 },
        {
          service_id: 349,
          origin_district_id: stage.id('district.klojen'),
          district_id: stage.id('district.srono'),
          first_kg: 12000,
          next_kg: 11000,
        },
      ],
    });
  }),
  scene('listTariffs', async (stage) => {
    await stage.call('listTariffs');
    await stage.call('listTariffs', { service_id: 1, per_page: 1, pagination_offset: 1 });
  }),
  scene('listZonePrices', async (stage) => {
    await stage.call('listZonePrices', { service_id: 1 });
  }),
  scene('getTariffTemplate', async (stage) => {
    await stage.call('getTariffTemplate');
    await stage.call('getTariffTemplate', { format: 'CSV' });
  }),
  scene('uploadTariffImport', async (stage) => {
    const lines = ['Kurir;Layanan;Kecamatan;Kota;Harga per kg;Estimasi (hari)'];
    for (const price of ['9.000', 'dua']) lines.push(`JNE;REG;Klojen;Kota Malang;${price};1-2`);
    const { data } = await stage.call('uploadTariffImport', { file: new Blob([lines.join('\n')]) });
    stage.keep('tariff.import', data.id);
  }),
  scene('listTariffImports', async (stage) => {
    await stage.call('listTariffImports');
  }),
  scene('listTariffImportRows', async (stage) => {
    await stage.call('listTariffImportRows', { id: stage.id('tariff.import'), outcome: 'WRONG' });
  }),
  scene('applyTariffImport', async (stage) => {
    await stage.call('applyTariffImport', { id: stage.id('tariff.import'), partial: true });
  }),
  scene('getTariffImport', async (stage) => {
    await stage.call('getTariffImport', { id: stage.id('tariff.import') });
  }),
  scene('downloadTariffs', async (stage) => {
    await stage.call('downloadTariffs', { service_id: 1 });
  }),
  scene('getExpeditionCost', async (stage) => {
    const way = {
      origin_id: stage.id('district.klojen'),
      destination_id: stage.id('district.ranca bali'),
      weight: 1_000,
      price: 120_000,
    };
    await stage.call('setCourierServices', { regular: ['1', '349'], express: ['350'] });
    await stage.call('getExpeditionCost', way);
    await stage.call('getExpeditionCost', { ...way, is_privor: 'false', is_shipper: 'true', is_cod: 1 });
  }),
  scene('removeTariffs', async (stage) => {
    await stage.call('removeTariffs', { rows: [{ service_id: 1, zone: 'CITY' }] });
  }),
];
