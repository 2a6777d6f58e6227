import { UploadedFile } from '../kernel/http/route.ts';
import type { DemoActor } from './actor.ts';
import { drawLogo } from './pictures.ts';

/** Official numbers of districts. */
const KLOJEN_MALANG = 357302;
const BANDUNG_KULON = 327315;

/** Gives the shop what it works with: address, logo, bank accounts, and the supplier of what it does not stock. */
export async function furnish(actor: DemoActor, at: Date) {
  await actor.act(
    'updateShopGeneralInfo',
    {
      shop_name: 'Griya Melati',
      phone: '081234567890',
      description: 'Busana muslim, perawatan kulit, camilan dan perlengkapan rumah. Kirim setiap hari kerja.',
      address: 'Jl. Ijen No. 12, Malang',
    },
    at,
  );
  await actor.act('uploadShopLogo', { logo: new UploadedFile('logo.png', await drawLogo()) }, at);
  const [own] = await actor.act<{ id: number }[]>('listSuppliers');
  if (own === undefined) throw new Error('a new shop has a supplier');
  await actor.act(
    'updateSupplier',
    {
      supplier_id: own.id,
      district_id: KLOJEN_MALANG,
      address: 'Jl. Ijen No. 12',
      description: 'Gudang sendiri',
    },
    at,
  );
  const other = await actor.act<{ supplier_id: number }>(
    'createSupplier',
    {
      name: 'Konveksi Cigondewah',
      district_id: BANDUNG_KULON,
      address: 'Jl. Cigondewah Kaler No. 88',
      phone: '082234567891',
      description: 'Mengirim tas langsung ke pelanggan',
    },
    at,
  );
  const bank_ids: number[] = [];
  for (const [bank_type, account_number] of [
    ['bca', '4411223344'],
    ['mandiri', '1370011223344'],
    ['bri', '034101000111222'],
  ]) {
    const account = { bank_type, account_number, holder_name: 'Dian Lestari', branch: 'Malang' };
    bank_ids.push((await actor.act<{ bank_id: number }>('createBankAccount', account, at)).bank_id);
  }
  return { supplier_ids: { own: own.id, other: other.supplier_id }, bank_ids };
}
