import bankData from './data/banks.json' with { type: 'json' };
import courierData from './data/couriers.json' with { type: 'json' };
import marketplaceData from './data/marketplaces.json' with { type: 'json' };
import xenditData from './data/xendit-banks.json' with { type: 'json' };

export interface Courier {
  /** The number that filters use: 1 JNE, 2 TIKI … 98 pickup at the shop, 99 manual input. */
  id: number;
  code: string;
  name: string;
  full_name: string;
  /** Whether it collects cash on delivery. */
  cod: boolean;
  /** Pickup at the shop and manual input: no parcel company. */
  virtual: boolean;
}

/** A courier service, referred to by orders, rates and shipping_id. Ids are never renumbered. */
export interface CourierService {
  id: number;
  courier_id: number;
  code: string;
  rate_name: string;
  name: string;
  group: string;
  show_name: string;
  min_days: number | null;
  max_days: number | null;
  min_weight_kg: number | null;
  pickup_available: boolean;
}

export interface Bank {
  bank_type: string;
  bank_label: string;
  bank_family: string;
  /** Held by a company, which signs in with its corporate id. */
  is_business: boolean;
  web_login_url: string;
  status: number;
}

export interface XenditBank {
  id: number;
  name: string;
  code: string;
  can_disburse: number;
  can_name_validate: number;
}

export interface Marketplace {
  marketplace_id: number;
  marketplace_name: string;
}

export const couriers: readonly Courier[] = courierData.couriers;
export const courierServices: readonly CourierService[] = courierData.services;
export const banks: readonly Bank[] = bankData.banks;
export const xenditBanks: readonly XenditBank[] = xenditData.banks;
export const marketplaces: readonly Marketplace[] = marketplaceData.marketplaces;

const courier_by_id = new Map(couriers.map((courier) => [courier.id, courier]));
const service_by_id = new Map(courierServices.map((service) => [service.id, service]));
const bank_by_type = new Map(banks.map((bank) => [bank.bank_type.toLowerCase(), bank]));
const marketplace_by_id = new Map(
  marketplaces.map((marketplace) => [marketplace.marketplace_id, marketplace]),
);

export function findCourier(id: number): Courier | undefined {
  return courier_by_id.get(id);
}

export function findService(id: number): CourierService | undefined {
  return service_by_id.get(id);
}

/** @param bank_type in any letter case */
export function findBank(bank_type: string): Bank | undefined {
  return bank_by_type.get(bank_type.toLowerCase());
}

/** Where money is that the payment gateway collected, and the shop's balance: no banks that an account can be opened at. */
const GATEWAY_BANKS: ReadonlyMap<string, { name: string; bank_family: string }> = new Map(
  Object.entries({
    orderpay: { name: 'Saldo OrderPay', bank_family: 'orderpay' },
    xendit_mandiri: { name: 'Mandiri Virtual Accounts', bank_family: 'mandiri' },
    xendit_bni: { name: 'BNI Virtual Accounts', bank_family: 'bni' },
    xendit_permata: { name: 'Permata Virtual Accounts', bank_family: 'permata' },
    xendit_bri: { name: 'BRI Virtual Accounts', bank_family: 'bri' },
    xendit_bca: { name: 'BCA Virtual Accounts', bank_family: 'bca' },
    xendit_bsi: { name: 'BSI Virtual Accounts', bank_family: 'bsi' },
    xendit_cimb: { name: 'CIMB Niaga Virtual Accounts', bank_family: 'cimb' },
    xendit_invoice: { name: 'QRIS & E-Wallet', bank_family: 'qris' },
  }),
);

/** Families of what is no bank. */
const OTHER_FAMILIES: ReadonlyMap<string, string> = new Map([
  ['orderpay', 'OrderPay'],
  ['qris', 'QRIS'],
]);

/** A bank's short name, as "BCA Syariah"; the type itself where it is none of ours. */
export function bankName(bank_type: string): string {
  return (
    GATEWAY_BANKS.get(bank_type)?.name ?? findBank(bank_type)?.bank_label.replace(/^Bank /, '') ?? bank_type
  );
}

/** By which a bank's badge is found. */
export function bankFamily(bank_type: string): string {
  return GATEWAY_BANKS.get(bank_type)?.bank_family ?? findBank(bank_type)?.bank_family ?? bank_type;
}

/** What stands on the badge of a family; undefined where there is none. */
export function familyName(bank_family: string): string | undefined {
  if (banks.some((bank) => bank.bank_family === bank_family)) return bankName(bank_family);
  return OTHER_FAMILIES.get(bank_family);
}

export function marketplaceName(marketplace_id: number): string {
  return marketplace_by_id.get(marketplace_id)?.marketplace_name ?? '';
}
