import type { SealedColumn } from '../../../kernel/sealed/index.ts';

/** Who has the address of a device can send to it. */
export const DEVICE_ADDRESSES: SealedColumn<'shop_id' | 'address_hash'> = {
  table: 'push_devices',
  column: 'address',
  bound_to: ['shop_id', 'address_hash'],
};
