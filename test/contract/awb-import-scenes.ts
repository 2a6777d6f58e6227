import { createOrder } from './selling-scenes.ts';
import { scene, type ContractScene } from './stage.ts';

/** AWB numbers from lists of couriers. */
export const awbImportScenes: ContractScene[] = [
  scene('getAwbTemplate', async (stage) => {
    await stage.call('getAwbTemplate');
    await stage.call('getAwbTemplate', { format: 'CSV' });
  }),
  scene('uploadAwbImport', async (stage) => {
    await createOrder(stage, 'awaiting awb', {});
    const lines = ['No. Pesanan;No. Resi', `${stage.id('order.awaiting awb')};JX100200300`, '1;1,23E+12'];
    const { data } = await stage.call('uploadAwbImport', { file: new Blob([lines.join('\n')]) });
    stage.keep('awb.import', data.id);
  }),
  scene('listAwbImports', async (stage) => {
    await stage.call('listAwbImports');
  }),
  scene('listAwbImportRows', async (stage) => {
    await stage.call('listAwbImportRows', { id: stage.id('awb.import') });
    await stage.call('listAwbImportRows', { id: stage.id('awb.import'), outcome: 'WRONG' });
  }),
  scene('applyAwbImport', async (stage) => {
    await stage.call('applyAwbImport', { id: stage.id('awb.import') });
  }),
  scene('undoAwbImport', async (stage) => {
    await stage.call('undoAwbImport', { id: stage.id('awb.import') });
  }),
  scene('getAwbImport', async (stage) => {
    await stage.call('getAwbImport', { id: stage.id('awb.import') });
  }),
];
