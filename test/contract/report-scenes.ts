import { today } from '../stall.ts';
import { scene, type ContractScene } from './stage.ts';

const LINK = { start_date: today(-60), end_date: today(), start_old: today(-120), end_old: today(-61) };

/** Expenses, reports and the analyzer, once there are orders. */
export const reportScenes: ContractScene[] = [
  scene('createExpense', async (stage) => {
    const { data } = await stage.call('createExpense', {
      title: 'Cod Payment',
      nominal: 7_000,
      note: 'Untuk paket bulan ini',
      qty: 2,
    });
    stage.keep('expense', data.id);
  }),
  scene('updateExpense', async (stage) => {
    await stage.call('updateExpense', {
      id: stage.id('expense'),
      title: 'Plastik',
      nominal: 7_000,
      note: 'Plastik besar',
      qty: 2,
      date: today(),
    });
  }),
  scene('getHome', async (stage) => void (await stage.call('getHome'))),
  scene('listExpenses', async (stage) => {
    const now = new Date();
    await stage.call('listExpenses', {
      type: 'BY_MONTH',
      month: now.getMonth() + 1,
      year: now.getFullYear() % 100,
    });
    await stage.call('listExpenses');
  }),
  scene('downloadExpenses', async (stage) => void (await stage.call('downloadExpenses'))),
  scene(
    'deleteExpense',
    async (stage) => void (await stage.call('deleteExpense', { id: stage.id('expense') })),
  ),
  scene('getReport', async (stage) => {
    await stage.call('getReport');
    await stage.call('getReport', { start_date: today(-60) });
  }),
  scene('getReportDetail', async (stage) => {
    for (const group of ['gross-sales', 'net-sales', 'gross-profit'])
      await stage.call('getReportDetail', { group, start_date: today(-60) });
  }),
  scene('listOrdersOfReport', async (stage) => {
    await stage.call('listOrdersOfReport', { group: 'net-sales', start_date: today(-60), per_page: 3 });
  }),
  ...['getBankReport', 'getSalesChart', 'getProfitChart', 'getExpeditionChart'].map((operation) =>
    scene(operation, async (stage) => void (await stage.call(operation, { start_date: today(-60) }))),
  ),
  scene(
    'listBestCustomers',
    async (stage) => void (await stage.call('listBestCustomers', { ...LINK, per_page: 1 })),
  ),
  scene('listBestSales', async (stage) => {
    for (const group_by of ['PRODUCT', 'SKU', 'CATEGORY'])
      await stage.call('listBestSales', { group_by, start_date: today(-60) });
  }),
  ...['listBestLocations', 'getCustomerChart', 'listWeekdays', 'listSalesChannels', 'downloadBestSales'].map(
    (operation) =>
      scene(operation, async (stage) => void (await stage.call(operation, { start_date: today(-60) }))),
  ),
  ...['getCash', 'getProfitLoss', 'downloadProfitLoss', 'printProfitLoss', 'listJournalCodes'].map(
    (operation) => scene(operation, async (stage) => void (await stage.call(operation))),
  ),
  scene('setOrderCosts', async (stage) => {
    await stage.call('setOrderCosts', {
      id: stage.id('order.unpaid'),
      shipping_paid: 9_000,
      marketplace_fee: 1_500,
    });
  }),
  scene('setJournalCodes', async (stage) => {
    await stage.call('setJournalCodes', {
      format: 'ACCURATE',
      accounts: [{ account: 'SALES', code: '410001' }],
    });
  }),
  scene('downloadJournal', async (stage) => {
    for (const format of ['JURNAL', 'ACCURATE']) await stage.call('downloadJournal', { format });
  }),
  scene('downloadBestCustomers', async (stage) => void (await stage.call('downloadBestCustomers', LINK))),
];
