import { createOrder } from './selling-scenes.ts';
import { scene, type ContractScene, type ContractStage } from './stage.ts';

/** What couriers collect, their invoices and payouts. */
export const codScenes: ContractScene[] = [
  scene('listCodCouriers', async (stage) => {
    await stage.call('listCodCouriers');
  }),
  scene('makeCodInvoices', async (stage) => {
    for (const name of ['first', 'second', 'third']) await deliver(stage, name);
    await invoiced(stage);
  }),
  scene('listCodInvoices', async (stage) => {
    await stage.call('listCodInvoices', { courier: 'jne', status: 'PENDING', per_page: 1 });
  }),
  scene('getCodInvoice', async (stage) => {
    await stage.call('getCodInvoice', { id: await newest(stage) });
  }),
  scene('downloadCodInvoiceCsv', async (stage) => {
    await stage.call('downloadCodInvoiceCsv', { id: await newest(stage) });
  }),
  scene('downloadCodInvoicePdf', async (stage) => {
    await stage.call('downloadCodInvoicePdf', { invoice_id: await newest(stage) });
  }),
  scene('importCodPayout', async (stage) => {
    const { data } = await stage.call('listCodParcels', { awb_number: 'COD-first' });
    const [{ amount }] = data;
    const file = new Blob([`No. Resi;Nominal Bersih\nCOD-first;${amount}\nCOD-second;5\nCOD-unknown;7\n`]);
    const payout = await stage.call('importCodPayout', { file, courier: 'JNE', paid_on: '2026-01-09' });
    stage.keep('payout', payout.data.id);
  }),
  scene('applyCodPayout', async (stage) => {
    await stage.call('applyCodPayout', { id: stage.id('payout') });
  }),
  scene('listShippingPayments', async (stage) => {
    await stage.call('listShippingPayments', { status: 'PENDING', per_page: 1 });
  }),
  scene('withdrawCodPayout', async (stage) => {
    const input = { id: stage.id('payout'), bank_id: stage.id('bank.bca'), date: '2026-01-12' };
    await stage.call('withdrawCodPayout', input);
  }),
  scene('listCodQueue', async (stage) => {
    const { data } = await stage.call('listCodQueue', { per_page: 100 });
    const of = (awb_number: string) =>
      data.find((line: { awb_number: string; payout_id: number }) => line.awb_number === awb_number);
    stage.keep('line.short', of('COD-SECOND').id);
    stage.keep('line.unknown', of('COD-UNKNOWN').id);
  }),
  scene('resolveCodLine', async (stage) => {
    const [short, unknown] = [stage.id('line.short'), stage.id('line.unknown')];
    await stage.call('resolveCodLine', { id: short, action: 'ACCEPT', reason: 'Potongan kurir' });
    await stage.call('resolveCodLine', { id: unknown, action: 'IGNORE', reason: 'Bukan milik toko' });
  }),
  scene('recordCodPayout', async (stage) => {
    const parcels = [{ order_id: stage.id('order.cod-third') }];
    const { data } = await stage.call('recordCodPayout', { bank_id: stage.id('bank.bca'), parcels });
    stage.keep('payout.hand', data.id);
  }),
  scene('listCodPayouts', async (stage) => {
    await stage.call('listCodPayouts', { status: 'APPLIED' });
  }),
  scene('getCodPayout', async (stage) => {
    await stage.call('getCodPayout', { id: stage.id('payout') });
  }),
  scene('listCodPayoutLines', async (stage) => {
    await stage.call('listCodPayoutLines', { id: stage.id('payout') });
  }),
  scene('undoCodPayout', async (stage) => {
    await stage.call('undoCodPayout', { id: stage.id('payout.hand') });
  }),
  scene('listCodAgeing', async (stage) => {
    await stage.call('listCodAgeing');
  }),
  scene('listCodParcels', async (stage) => {
    await stage.call('listCodParcels', { figure: 'UNPAID_0_7' });
  }),
  scene('getShippingReport', async (stage) => {
    await stage.call('getShippingReport', { interval: 7 });
  }),
  scene('downloadShippingReport', async (stage) => {
    await stage.call('downloadShippingReport', { interval: 31 });
  }),
];

/** A COD order that staff say is delivered. */
async function deliver(stage: ContractStage, name: string): Promise<void> {
  await createOrder(stage, `cod-${name}`, { is_cod: true });
  const id = stage.id(`order.cod-${name}`);
  await stage.call('addAwbNumber', { id, awb_number: `COD-${name}` });
  await stage.call('setShippingStatus', { id, status: 'DELIVERED' });
}

/** What was delivered is read within a second, and invoiced then. */
async function invoiced(stage: ContractStage): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const { data } = await stage.call('listCodParcels', { awb_number: 'COD-third' });
    if (data.length > 0) break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const { data } = await stage.call('makeCodInvoices');
  if (data.made === 0) throw new Error('no invoice was made');
}

async function newest(stage: ContractStage): Promise<string> {
  const { data } = await stage.call('listCodInvoices', { courier: 'jne' });
  return data[0].id;
}
