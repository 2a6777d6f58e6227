import { scene, type ContractScene } from './stage.ts';

/** How the shop uses couriers. */
export const courierScenes: ContractScene[] = [
  scene('setCourierServices', async (stage) => {
    await stage.call('setCourierServices', { regular: ['1', '4', '44'], express: ['2', '42'], trucking: [] });
  }),
  scene('setCourierService', async (stage) => {
    for (const is_active of [true, undefined])
      await stage.call('setCourierService', { id: '363', ...(is_active !== undefined && { is_active }) });
  }),
  scene('listCourierServiceSettings', async (stage) => {
    await stage.call('listCourierServiceSettings');
  }),
  scene('createCustomCourier', async (stage) => {
    const couriers = [
      { name: 'KURIR TOKO', fee: 30_000, is_cod: true },
      { name: 'INDAH KARGO', fee: 40_000 },
      { name: 'OJEK', fee: 10_000 },
    ];
    for (const courier of couriers) {
      const { data } = await stage.call('createCustomCourier', courier);
      stage.keep(`custom_courier.${courier.name}`, data.id);
    }
  }),
  scene('updateCustomCourier', async (stage) => {
    const id = stage.id('custom_courier.INDAH KARGO');
    await stage.call('updateCustomCourier', { id, name: 'INDAH KARGO', fee: 45_000 });
  }),
  scene('deleteCustomCourier', async (stage) => {
    await stage.call('deleteCustomCourier', { id: stage.id('custom_courier.OJEK') });
  }),
  scene('listCustomCouriers', async (stage) => {
    await stage.call('listCustomCouriers');
  }),
  scene('updateCodSettings', async (stage) => {
    await stage.call('updateCodSettings', { cash_rounding: 500 });
  }),
  scene('getCodSettings', async (stage) => {
    await stage.call('getCodSettings');
  }),
  scene('updateCourierCharge', async (stage) => {
    await stage.call('updateCourierCharge', { courier_id: 1, cod_fee_bp: 350, cod_fee_payer: 'BUYER' });
  }),
  scene('listCourierCharges', async (stage) => {
    await stage.call('listCourierCharges');
  }),
];
