import { scene, type ContractScene, type ContractStage } from './stage.ts';

/** A transfer of so many lines is done by a job. */
const LINES = 1_001;
const PER_PRODUCT = 200;

/** Long work, mail and downloads. */
export const workScenes: ContractScene[] = [
  scene('getJob', async (stage) => {
    stage.keep('job.short', await transferTooMuch(stage));
    await ended(stage, stage.id('job.short'), 'FAILED');
  }),
  scene('retryJob', async (stage) => {
    await stage.call('retryJob', { id: stage.id('job.short') });
    await ended(stage, stage.id('job.short'), 'FAILED');
  }),
  scene('listJobs', async (stage) => {
    await stage.call('listJobs', { status: 'failed' });
  }),
  scene('downloadProducts', async (stage) => {
    await stage.call('downloadProducts', { category: 'UNCATEGORIZED', order_by: 'ASC' });
  }),
  scene('listAudit', async (stage) => {
    await stage.call('listAudit', { subject: 'product', per_page: 5 });
  }),
  scene('listOutbox', async (stage) => {
    await stage.call('listOutbox', { per_page: 5 });
  }),
  scene('getDownload', async (stage) => {
    await stage.call('getDownload', { token: await mailedToken(stage) });
  }),
];

/** Asks for a large transfer of pieces that are not there: its job fails. */
async function transferTooMuch(stage: ContractStage): Promise<number> {
  const stock_adjustment: { variation_id: number; transfer_stock: number }[] = [];
  for (let number = 1; stock_adjustment.length < LINES; number += 1) {
    const { data } = await stage.call('createProduct', {
      name: `Manik-manik ${number}`,
      product_type: 'S',
      category_id: 0,
      description: 'Untuk gelang',
      has_variation: 'Y',
      variations: Array.from({ length: PER_PRODUCT }, (_, index) => ({
        sku: `MAN-${number}-${index}`,
        color: `warna ${index}`,
        price: 500,
        stock_quantity: 0,
      })),
    });
    for (const variation_id of data.product_meta_id)
      stock_adjustment.push({ variation_id, transfer_stock: 1 });
  }
  const { data } = await stage.call('createTransfer', {
    origin_warehouse_id: stage.id('warehouse.main'),
    destination_warehouse_id: stage.id('warehouse.second'),
    description: 'Pindah semua',
    stock_adjustment,
  });
  return data.job_id;
}

/** The token of the newest link that was mailed. */
async function mailedToken(stage: ContractStage): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const { data } = await stage.call('listOutbox');
    const token = /\/api\/download\/([\w-]+)/.exec(data[0]?.body ?? '')?.[1];
    if (token !== undefined) return token;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('no link was mailed');
}

async function ended(stage: ContractStage, id: number, status: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const { data } = await stage.call('getJob', { id });
    if (data.status === status) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`job ${id} did not end as ${status}`);
}
