import { scene, type ContractScene } from './stage.ts';

/** How the shop uses couriers. */
export const courierScenes: ContractScene[] = [
  scene('updateCourierCharge', async (stage) => {
    await stage.call('updateCourierCharge', { courier_id: 1, cod_fee_bp: 350, cod_fee_payer: 'BUYER' });
  }),
  scene('listCourierCharges', async (stage) => {
    await stage.call('listCourierCharges');
  }),
];
