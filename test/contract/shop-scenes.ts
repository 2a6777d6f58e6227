import sharp from 'sharp';
import { scene, type ContractScene } from './stage.ts';

const OWNER = { email: 'juragan@example.com', password: 'rahasia-sekali' };

export const accountScenes: ContractScene[] = [
  scene('registerShop', async (stage) => {
    const { data } = await stage.call('registerShop', {
      shop_name: 'Tokoku',
      subdomain: 'tokoku',
      full_name: 'Juragan',
      phone_number: '0812-3456-7890',
      ...OWNER,
    });
    stage.keep('shop', data.shop_id);
    stage.keep('user', data.user_id);
  }),
  scene('login', async (stage) => {
    const { data } = await stage.call('login', OWNER);
    stage.credential = data.token;
  }),
  scene('getMe', async (stage) => {
    await stage.call('getMe');
  }),
  scene('createApiKey', async (stage) => {
    for (const name of ['Kasir', 'Gudang']) {
      const { data } = await stage.call('createApiKey', { name });
      stage.keep(`key.${name}`, data.id);
    }
  }),
  scene('rotateApiKey', async (stage) => {
    await stage.call('rotateApiKey', { id: stage.id('key.Kasir'), overlap_hours: '1' });
  }),
  scene('revokeApiKey', async (stage) => {
    await stage.call('revokeApiKey', { id: stage.id('key.Gudang') });
  }),
  scene('listApiKeys', async (stage) => {
    await stage.call('listApiKeys');
  }),
  scene('inviteUser', async (stage) => {
    const person = { full_name: 'Admin Satu', role: 'admin' };
    const { data } = await stage.call('inviteUser', { ...person, email: 'admin1@example.com' });
    stage.keep('user.admin', data.user_id);
    stage.invitation = data.token;
    const leaving = await stage.call('inviteUser', { ...person, email: 'admin2@example.com' });
    stage.keep('user.leaving', leaving.data.user_id);
  }),
  scene('acceptInvitation', async (stage) => {
    await stage.call('acceptInvitation', { token: stage.invitation, password: OWNER.password });
  }),
  scene('changeUser', async (stage) => {
    await stage.call('changeUser', { id: stage.id('user.admin'), role: 'warehouse' });
  }),
  scene('removeUser', async (stage) => {
    await stage.call('removeUser', { id: stage.id('user.leaving') });
  }),
  scene('listShopUsers', async (stage) => {
    await stage.call('listShopUsers');
  }),
  scene('listSessions', async (stage) => {
    const { data } = await stage.call('login', OWNER);
    stage.credential = data.token;
    const sessions = await stage.call('listSessions');
    const former = sessions.data.find((session: { is_this: boolean }) => !session.is_this);
    stage.keep('session.former', former.id);
  }),
  scene('confirmPassword', async (stage) => {
    await stage.call('confirmPassword', { current_password: OWNER.password });
  }),
  scene('endSession', async (stage) => {
    await stage.call('endSession', { id: stage.id('session.former') });
  }),
  scene('logout', async (stage) => {
    await stage.call('logout');
    const { data } = await stage.call('login', OWNER);
    stage.credential = data.token;
  }),
];

export const shopScenes: ContractScene[] = [
  scene('searchRegions', async (stage) => {
    const { data } = await stage.call('searchRegions', {
      keyword: 'tajinan',
      per_page: 10,
      pagination_offset: 1,
    });
    stage.keep('district.tajinan', data[0].id);
    for (const name of ['Ranca Bali', 'Srono', 'Cengkareng', 'Dukuhturi', 'Mandiraja', 'Klojen']) {
      const found = await stage.call('searchRegions', { keyword: name, per_page: 5, pagination_offset: 1 });
      stage.keep(`district.${name.toLowerCase()}`, found.data[0].id);
    }
    await stage.call('searchRegions', { keyword: 'bandung', per_page: 2, pagination_offset: 2 });
  }),
  scene('updateProfile', async (stage) => {
    await stage.call('updateProfile', { full_name: 'Juragan', phone_number: '0812345678' });
  }),
  scene('listUsers', async (stage) => {
    await stage.call('listUsers');
  }),
  scene('uploadShopLogo', async (stage) => {
    const picture = { width: 64, height: 64, channels: 3 as const, background: '#0b62c4' };
    const png = await sharp({ create: picture }).png().toBuffer();
    await stage.call('uploadShopLogo', { logo: new Blob([new Uint8Array(png)], { type: 'image/png' }) });
  }),
  scene('updateShop', async (stage) => {
    await stage.call('updateShop', {
      shop_name: 'Tokoku',
      subdomain: 'tokoku',
      phone: '08123445566',
      name: 'Juragan',
      description: 'Toko serbaguna',
    });
  }),
  scene('updateShopGeneralInfo', async (stage) => {
    await stage.call('updateShopGeneralInfo', {
      shop_name: 'Tokoku',
      phone: '0812345678',
      description: 'Toko serbaguna',
      address: 'JL. ABC No. 123',
      logo: 'https://cdn.example.com/7/logo/logo-1606963029075.png',
    });
  }),
  scene('setAllowedOrigins', async (stage) => {
    await stage.call('setAllowedOrigins', { origins: ['https://toko.example.com'] });
  }),
  scene('getAllowedOrigins', async (stage) => {
    await stage.call('getAllowedOrigins');
  }),
  scene('listSuppliers', async (stage) => {
    const { data } = await stage.call('listSuppliers');
    stage.keep('supplier.own', data[0].id);
  }),
  scene('createSupplier', async (stage) => {
    const suppliers = [
      {
        name: 'Sejahtera Makmur',
        district: 'ranca bali',
        address: 'Jl. Raya Ciwidey No. 7',
        description: 'Pabrik sepatu',
      },
      {
        name: 'Supplier Jakarta',
        district: 'cengkareng',
        address: 'Jl. Daan Mogot KM 11',
        description: 'Grosir kaos',
      },
    ];
    for (const { district, ...supplier } of suppliers) {
      const { data } = await stage.call('createSupplier', {
        ...supplier,
        district_id: stage.id(`district.${district}`),
        phone: '08123456789',
      });
      stage.keep(`supplier.${district}`, data.supplier_id);
    }
  }),
  scene('updateSupplier', async (stage) => {
    await stage.call('updateSupplier', {
      supplier_id: stage.id('supplier.own'),
      name: 'Good Supplier',
      district_id: stage.id('district.tajinan'),
      addess: 'JL. ABC No. 123',
      phone: '0812345678',
      description: 'Gudang di belakang rumah',
    });
  }),
  scene('listSuppliers', async (stage) => {
    await stage.call('listSuppliers');
  }),
  scene('createWarehouse', async (stage) => {
    const warehouses = [
      { name: 'second', warehouse: 'Warehouse Bandung', supplier: 'ranca bali' },
      { name: 'third', warehouse: 'Warehouse Jakarta Timur', supplier: 'cengkareng' },
    ];
    for (const { name, warehouse, supplier } of warehouses) {
      const { data } = await stage.call('createWarehouse', {
        warehouse,
        supplier_id: stage.id(`supplier.${supplier}`),
        user_id: [stage.id('user.admin')],
        is_active: true,
      });
      stage.keep(`warehouse.${name}`, data.id);
    }
  }),
  scene('updateWarehouse', async (stage) => {
    await stage.call('updateWarehouse', {
      id: stage.id('warehouse.third'),
      warehouse: 'Warehouse Jakarta',
      supplier_id: stage.id('supplier.cengkareng'),
      user_id: [stage.id('user')],
      is_active: false,
    });
  }),
  scene('getWarehouse', async (stage) => {
    await stage.call('getWarehouse', { id: stage.id('warehouse.second') });
  }),
  scene('listWarehouses', async (stage) => {
    const { data } = await stage.call('listWarehouses', { with_main_warehouse: true });
    stage.keep('warehouse.main', data[0].id);
    await stage.call('listWarehouses');
  }),
  scene('deleteWarehouse', async (stage) => {
    await stage.call('deleteWarehouse', { id: stage.id('warehouse.third') });
  }),
  scene('getShop', async (stage) => {
    await stage.call('getShop');
  }),
];

export const referenceScenes: ContractScene[] = [
  scene('listBanks', async (stage) => {
    await stage.call('listBanks');
    await stage.call('listBanks', { without_business_bank: true });
  }),
  scene('listXenditBanks', async (stage) => {
    await stage.call('listXenditBanks');
    await stage.call('listXenditBanks', { keyword: 'syariah' });
  }),
  scene('createBankAccount', async (stage) => {
    const accounts = [
      { bank_type: 'bca', account_number: '1234567789', branch: 'Mulyorejo' },
      { bank_type: 'bni', account_number: 987654321, branch: 'Srono' },
    ];
    for (const account of accounts) {
      const { data } = await stage.call('createBankAccount', { ...account, holder_name: 'Budi' });
      stage.keep(`bank.${account.bank_type}`, data.bank_id);
    }
  }),
  scene('listBankAccounts', async (stage) => {
    await stage.call('listBankAccounts', { type: 'BANK' });
    await stage.call('listBankAccounts', { type: 'payment gateway' });
  }),
  scene('getBankAccount', async (stage) => {
    await stage.call('getBankAccount', { id: stage.id('bank.bca') });
  }),
  scene('listExpeditions', async (stage) => {
    await stage.call('listExpeditions');
  }),
  scene('listActiveExpeditions', async (stage) => {
    await stage.call('listActiveExpeditions', { per_page: 2 });
    await stage.call('listActiveExpeditions', { keyword: 'jne', per_page: 100 });
  }),
  scene('listMarketplaces', async (stage) => {
    await stage.call('listMarketplaces');
  }),
];
