// Made from the migrations by npm run generate. Do not edit.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

type Timestamp = ColumnType<Date, Date | string, Date | string>;
type Json = ColumnType<unknown, string, string>;

export interface AdminFeesTable {
  shop_id: number;
  id: Generated<number>;
  category_code: string;
  nominal_idr: number;
  created_at: Timestamp;
  updated_at: Timestamp;
}

export interface ApiKeysTable {
  shop_id: number;
  id: Generated<number>;
  name: string;
  key_hash: Buffer;
  key_start: string;
  user_id: number;
  created_at: Timestamp;
  expires_at: Timestamp;
  revoked_at: Timestamp | null;
  replaced_by: number | null;
  last_used_at: Timestamp | null;
  first_id: number | null;
}

export interface AwbImportRowsTable {
  shop_id: number;
  import_id: number;
  row_number: number;
  cells: Json;
  outcome: 'MATCHED' | 'UNCHANGED' | 'WRONG' | 'PASSED_OVER' | 'APPLIED' | 'UNDONE' | 'KEPT';
  fault: Json | null;
  candidates: Generated<Json>;
  awb_number: string | null;
  order_id: number | null;
  shipment: number | null;
  po_number: number | null;
  matched_by: 'ORDER_NUMBER' | 'PHONE' | null;
  shipping_status: string | null;
}

export interface AwbImportsTable {
  shop_id: number;
  id: Generated<number>;
  file_name: string;
  status: 'READY' | 'APPLYING' | 'APPLIED' | 'UNDOING' | 'UNDONE';
  titles: Json;
  row_total: number;
  job_id: number | null;
  created_by: number;
  created_at: Timestamp;
  applied_at: Timestamp | null;
  undone_at: Timestamp | null;
}

export interface BankAccountsTable {
  shop_id: number;
  id: Generated<number>;
  bank_type: string;
  type: 'BANK' | 'PAYMENT GATEWAY';
  account_number: string;
  holder_name: string;
  branch: string;
  corporate_id: string | null;
  created_at: Timestamp;
  archived_at: Timestamp | null;
}

export interface BankMutationsTable {
  shop_id: number;
  id: Generated<number>;
  bank_account_id: number | null;
  account_key: string;
  provider: 'moota' | 'mutasibank' | null;
  provider_ref: string | null;
  day: string;
  at: Timestamp | null;
  direction: 'CREDIT' | 'DEBIT';
  amount_idr: number;
  occurrence: number;
  description: string;
  search_text: string;
  balance_idr: number | null;
  is_pending: Generated<boolean>;
  state: 'NEW' | 'QUEUED' | 'MATCHED' | 'IGNORED' | 'OUTGOING';
  fault: string | null;
  matched_idr: Generated<number>;
  reason: string | null;
  resolved_by: number | null;
  resolved_at: Timestamp | null;
  created_at: Timestamp;
}

export interface BillingOrderLinesTable {
  shop_id: number;
  order_id: number;
  position: number;
  class: string;
  package: string;
  name: string;
  months: number | null;
  credit: number | null;
  amount_idr: number;
}

export interface BillingOrdersTable {
  shop_id: number;
  id: Generated<number>;
  number: number;
  key: string;
  user_id: number;
  state: 'WAITING' | 'OPEN' | 'PAID' | 'EXPIRED';
  amount_idr: number;
  received_idr: Generated<number>;
  charge_id: string | null;
  payment_url: string | null;
  tries: Generated<number>;
  created_at: Timestamp;
  expires_at: Timestamp;
  paid_at: Timestamp | null;
  next_check_at: Timestamp | null;
}

export interface BulkRunOrdersTable {
  shop_id: number;
  run_id: number;
  order_id: number;
  result: Generated<'WAITING' | 'DONE' | 'SKIPPED' | 'FAILED' | 'STOPPED'>;
  faults: Json | null;
  amount_idr: Generated<number>;
  created_at: Timestamp;
  worked_at: Timestamp | null;
}

export interface BulkRunsTable {
  shop_id: number;
  id: Generated<number>;
  action: 'PAY' | 'CANCEL' | 'REACTIVATE' | 'SHIPPING_STATUS' | 'REQUEST_PICKUP' | 'CONFIRM';
  terms: Json;
  filter: Json | null;
  state: 'RUNNING' | 'DONE' | 'STOPPED';
  order_total: number;
  job_id: number | null;
  created_by: number;
  created_at: Timestamp;
  ended_at: Timestamp | null;
  done_total: number | null;
  skipped_total: number | null;
  failed_total: number | null;
  stopped_total: number | null;
  amount_idr: number | null;
}

export interface BuyerCodesTable {
  shop_id: number;
  recipient: string;
  code_hash: Buffer | null;
  customer_id: number | null;
  account_ends: number | null;
  tries: Generated<number>;
  created_at: Timestamp;
  expires_at: Timestamp;
}

export interface BuyerPasswordsTable {
  shop_id: number;
  customer_id: number;
  account_removals: number;
  password_hash: string;
  changed_at: Timestamp;
}

export interface BuyerPaymentOrdersTable {
  shop_id: number;
  payment_id: number;
  position: number;
  order_id: number;
  po_number: number;
  total_idr: number;
  decision: 'ACCEPT' | 'REJECT' | null;
  is_due: Generated<boolean>;
}

export interface BuyerPaymentsTable {
  shop_id: number;
  id: Generated<number>;
  customer_id: number;
  made_from: 'STOREFRONT' | 'PRIVOR';
  is_guest: boolean;
  method: 'TRANSFER' | 'GATEWAY' | 'ORDERPAY' | 'COD';
  channel: string | null;
  bank_account_id: number | null;
  state: 'WAITING' | 'CLAIMED' | 'PAID' | 'COD' | 'CLOSED' | 'EXPIRED' | 'CANCELED';
  nominal_invoice_idr: number;
  unique_code: Generated<number>;
  payment_fee_idr: Generated<number>;
  nominal_transfer_idr: GeneratedAlways<number>;
  received_idr: Generated<number>;
  received_at: Timestamp | null;
  received_bank_account_id: number | null;
  token_hash: Buffer;
  proof_url: string | null;
  proof_holder_name: string | null;
  proof_note: string | null;
  claimed_at: Timestamp | null;
  description: Generated<string>;
  customer_name: string;
  customer_phone: string;
  phone: string;
  network: string;
  updated_by: number | null;
  created_at: Timestamp;
  updated_at: Timestamp;
  expires_at: Timestamp | null;
  closed_at: Timestamp | null;
}

export interface BuyerSessionsTable {
  shop_id: number;
  id: Generated<number>;
  customer_id: number;
  account_ends: number;
  token_hash: Buffer;
  address: Generated<string>;
  created_at: Timestamp;
  last_used_at: Timestamp;
  expires_at: Timestamp;
}

export interface CitiesTable {
  code: number;
  legacy_id: number | null;
  name: string;
  province_code: number;
}

export interface CodCountersTable {
  shop_id: number;
  invoices: Generated<number>;
}

export interface CodEntriesTable {
  shop_id: number;
  order_id: number;
  trip: number;
  id: Generated<number>;
  kind: 'COLLECTED' | 'SHIPPING' | 'COD_FEE' | 'RETURN_FEE';
  amount_idr: number;
  entered_on: string;
  courier: string;
  invoice_id: string | null;
  created_at: Timestamp;
}

export interface CodInvoicesTable {
  shop_id: number;
  id: string;
  sequence: number;
  number: string;
  courier: string;
  week_start: string;
  total_idr: number;
  completed_at: Timestamp | null;
  created_at: Timestamp;
}

export interface CodParcelsTable {
  shop_id: number;
  order_id: number;
  trip: number;
  po_number: number;
  awb_number: string | null;
  courier_id: number;
  courier: string;
  state: 'AT_SHOP' | 'ON_ITS_WAY' | 'COLLECTED' | 'CAME_BACK' | 'LOST';
  cod_idr: number;
  shipping_idr: number;
  entered_idr: Generated<number>;
  paid_idr: Generated<number>;
  written_off_idr: Generated<number>;
  open_idr: GeneratedAlways<number>;
  invoiced_on: string | null;
  event_position: number;
  changed_at: Timestamp;
}

export interface CodPayoutLinesTable {
  shop_id: number;
  id: Generated<number>;
  payout_id: number;
  row_number: number;
  awb_number: string | null;
  po_number: number | null;
  cod_idr: number | null;
  fee_idr: number | null;
  net_idr: number | null;
  paid_on: string | null;
  day_unread: string | null;
  line_key: string | null;
  status: 'READY' | 'SETTLED' | 'QUEUED' | 'IGNORED' | 'REPEATED' | 'WRONG' | 'PASSED_OVER' | 'UNDONE';
  fault: string | null;
  order_id: number | null;
  trip: number | null;
  expected_idr: number | null;
  last_row_number: number | null;
  payment_id: number | null;
  reason: string | null;
  resolved_by: number | null;
  resolved_at: Timestamp | null;
}

export interface CodPayoutsTable {
  shop_id: number;
  id: Generated<number>;
  source: 'FILE' | 'HAND';
  courier: string;
  bank_account_id: number | null;
  paid_on: string;
  withdrawn_on: string | null;
  file_name: string | null;
  file_hash: string | null;
  status: 'READY' | 'APPLYING' | 'APPLIED' | 'UNDOING' | 'UNDONE';
  row_total: number;
  settled: Generated<number>;
  queued: Generated<number>;
  ignored: Generated<number>;
  repeated: Generated<number>;
  wrong: Generated<number>;
  passed_over: Generated<number>;
  paid_idr: Generated<number>;
  first_entered_on: string | null;
  last_entered_on: string | null;
  first_invoice_id: string | null;
  last_invoice_id: string | null;
  job_id: number | null;
  created_by: number | null;
  created_at: Timestamp;
  applied_at: Timestamp | null;
  undone_at: Timestamp | null;
}

export interface CodSettlementsTable {
  shop_id: number;
  order_id: number;
  trip: number;
  id: Generated<number>;
  line_id: number;
  payout_id: number;
  kind: 'PAYOUT' | 'WRITE_OFF';
  amount_idr: number;
  reason: string | null;
  created_by: number | null;
  created_at: Timestamp;
}

export interface CourierBookingsTable {
  shop_id: number;
  id: Generated<number>;
  order_id: number;
  shipment: number;
  vendor: 'biteship' | 'rajaongkir' | 'shipper';
  state: 'WAITING' | 'BOOKED' | 'FAILED' | 'CANCELING' | 'CANCELED';
  key: string;
  collection: 'PICKUP' | 'DROP_OFF';
  pickup_at: Timestamp | null;
  may_be_booked: Generated<boolean>;
  vendor_booking_id: string | null;
  vendor_tracking_id: string | null;
  awb_number: string | null;
  routing_code: string | null;
  attempts: Generated<number>;
  problem: string | null;
  next_try_at: Timestamp | null;
  cancel_reason: string | null;
  user_id: number;
  created_at: Timestamp;
  updated_at: Timestamp;
}

export interface CourierChargesTable {
  shop_id: number;
  courier_id: number;
  tolerance_grams: number | null;
  minimum_kg: number | null;
  rounding_grams: number | null;
  volumetric_cm3_per_kg: number | null;
  insurance_bp: number | null;
  insurance_fixed_idr: number | null;
  insurance_minimum_idr: number | null;
  insurance_above_idr: number | null;
  insurance_basis: 'GOODS' | 'GOODS_AND_SHIPPING' | null;
  cod_fee_bp: number | null;
  cod_fee_minimum_idr: number | null;
  cod_fee_payer: 'SELLER' | 'BUYER' | null;
  return_fee_bp: number | null;
  packing_fixed_idr: number | null;
  packing_idr_per_kg: number | null;
}

export interface CourierConnectionsTable {
  shop_id: number;
  vendor: 'biteship' | 'rajaongkir' | 'shipper';
  api_key: Buffer;
  key_end: string;
  callback_hash: Buffer | null;
  user_id: number;
  created_at: Timestamp;
  tested_at: Timestamp;
  problem: string | null;
}

export interface CourierSettingsTable {
  shop_id: number;
  active_service_ids: number[];
  cash_rounding_idr: Generated<number>;
}

export interface CustomCouriersTable {
  shop_id: number;
  id: Generated<number>;
  name: string;
  fee_idr: number;
  is_cod: Generated<boolean>;
  created_at: Timestamp;
  archived_at: Timestamp | null;
}

export interface CustomerCategoriesTable {
  shop_id: number;
  id: Generated<number>;
  code: 'N' | 'Y' | 'D' | '1' | '2' | '3';
  name: string;
  is_active: Generated<boolean>;
  discount_access: Generated<boolean>;
  wholesale_access: Generated<boolean>;
}

export interface CustomerTextsTable {
  shop_id: number;
  customer_id: number;
  search_text: string;
}

export interface CustomersTable {
  shop_id: number;
  id: Generated<number>;
  name: string;
  phone: string;
  email: string | null;
  line: string | null;
  other: string | null;
  address: string;
  district_code: number | null;
  postal_code: string | null;
  category_code: string;
  activation: 'Y' | 'N' | 'R' | 'T';
  registration_status: Generated<'0' | '1' | '4' | 'T' | 'R'>;
  last_order_at: Timestamp | null;
  created_at: Timestamp;
  updated_at: Timestamp;
  archived_at: Timestamp | null;
  status_before_block: '0' | '1' | 'T' | 'R' | null;
  account_ends: Generated<number>;
  account_removals: Generated<number>;
}

export interface DistrictsTable {
  code: number;
  legacy_id: number | null;
  name: string;
  city_code: number;
  postal_codes: Generated<string[]>;
  public_id: GeneratedAlways<number>;
  search_text: string;
}

export interface DownloadsTable {
  shop_id: number;
  id: Generated<number>;
  token_hash: Buffer;
  storage_name: string;
  file_name: string;
  content_type: string;
  user_id: number;
  created_at: Timestamp;
  expires_at: Timestamp;
  role: 'owner' | 'admin' | 'warehouse';
}

export interface EventPlacesTable {
  is_only: Generated<boolean>;
  last_position: number;
}

export interface EventReadersTable {
  name: string;
  position: number;
  single_until: Generated<number>;
  failures: Generated<number>;
  error: string | null;
  retry_at: Timestamp | null;
}

export interface EventsSetAsideTable {
  shop_id: number;
  reader: string;
  event_id: number;
  error: string;
  created_at: Timestamp;
}

export interface ExpensesTable {
  shop_id: number;
  id: Generated<number>;
  title: string;
  note: Generated<string>;
  nominal_idr: number;
  quantity: Generated<number>;
  total_idr: GeneratedAlways<number>;
  spent_on: string;
  created_by: number | null;
  created_at: Timestamp;
  updated_at: Timestamp;
}

export interface GatewayChargesTable {
  shop_id: number;
  id: Generated<number>;
  payment_id: number;
  key: string;
  owner: 'SHOP' | 'PLATFORM';
  channel: string;
  amount_idr: number;
  state: 'REQUESTED' | 'OPEN' | 'ENDING' | 'PAID' | 'ENDED' | 'FAILED';
  may_exist: Generated<boolean>;
  vendor_charge_id: string | null;
  va_number: string | null;
  invoice_url: string | null;
  expires_at: Timestamp;
  attempts: Generated<number>;
  next_try_at: Timestamp | null;
  problem: string | null;
  created_at: Timestamp;
  updated_at: Timestamp;
}

export interface GatewayConnectionsTable {
  shop_id: number;
  vendor: string;
  is_active: Generated<boolean>;
  api_key: Buffer;
  key_start: string;
  key_end: string;
  callback_token: Buffer | null;
  callback_hash: Buffer;
  channels: string[] | null;
  user_id: number;
  created_at: Timestamp;
  tested_at: Timestamp;
  problem: string | null;
}

export interface GatewayPaymentsTable {
  shop_id: number;
  id: Generated<number>;
  charge_id: number;
  vendor_payment_id: string | null;
  amount_idr: number;
  paid_at: Timestamp;
  outcome: 'PAID' | 'REVIVED' | 'BALANCE' | 'WRONG_AMOUNT' | 'RETURNED';
  created_at: Timestamp;
  decided_by: number | null;
  decided_at: Timestamp | null;
}

export interface GuestPhonesTable {
  shop_id: number;
  phone: string;
}

export interface IdempotencyKeysTable {
  scope: number;
  key_hash: Buffer;
  request_hash: Buffer;
  status: number;
  sealed_body: Buffer;
  created_at: Timestamp;
  role: 'owner' | 'admin' | 'warehouse' | null;
  numbers: Json | null;
}

export interface JournalAccountsTable {
  shop_id: number;
  format: 'JURNAL' | 'ACCURATE';
  account: string;
  bank_account_id: Generated<number>;
  code: string;
}

export interface LedgerAccountsTable {
  shop_id: number;
  kind: 'ORDERPAY_AVAILABLE' | 'ORDERPAY_ON_HOLD' | 'GATEWAY_CLEARING' | 'CUSTOMER_FUNDS' | 'COD_RECEIVABLE' | 'FEES' | 'CUSTOMER_BALANCE' | 'REFUNDS_DUE' | 'FEES_DUE' | 'ADMIN_FEES' | 'ORDERS' | 'OUTSIDE';
  subject_id: Generated<number>;
  balance_idr: Generated<number>;
  reserved_idr: Generated<number>;
  moved_at: Timestamp | null;
}

export interface LedgerEntriesTable {
  shop_id: number;
  transfer_id: number;
  position: number;
  kind: string;
  subject_id: number;
  amount_idr: number;
  order_id: number | null;
}

export interface LedgerTransfersTable {
  shop_id: number;
  id: Generated<number>;
  cause: string;
  kind: string;
  state: 'PENDING' | 'POSTED' | 'VOIDED';
  order_id: number | null;
  payment_id: number | null;
  orderpay_idr: number;
  gateway_idr: number;
  user_id: number | null;
  created_at: Timestamp;
  decided_at: Timestamp | null;
}

export interface LoginAttemptsTable {
  bucket: string;
  level: number;
  leaks_every_s: number;
  counted_at: Timestamp;
}

export interface MailsTable {
  shop_id: number;
  id: Generated<number>;
  user_id: number | null;
  recipient: string;
  subject: string;
  body: string;
  sealed_body: Buffer | null;
  status: 'WAITING' | 'SENT' | 'FAILED' | 'KEPT';
  reply: string | null;
  key: string | null;
  created_at: Timestamp;
  sent_at: Timestamp | null;
}

export interface MessageBroadcastsTable {
  shop_id: number;
  id: Generated<number>;
  source: 'CUSTOMERS' | 'CATEGORY' | 'ASLEEP' | 'UNPAID';
  customer_ids: number[] | null;
  category_code: string | null;
  days: number | null;
  kind: 'CUSTOM_NOTIFICATION' | 'PROMO' | 'REMINDER' | 'ORDER_PROCESSED' | 'ORDER_SHIPPED' | 'ORDER_COMPLETED' | 'ORDER_CANCELED' | 'PREORDER_DUE';
  body: string;
  approved: Json | null;
  vendor: 'link' | 'woowa' | 'whatsapp' | 'outbox';
  cost_idr: number;
  state: 'PREPARING' | 'RUNNING' | 'PAUSED' | 'STOPPED' | 'DONE';
  prepared_at: Timestamp | null;
  receiver_total: number;
  fingerprint: Buffer;
  user_id: number;
  created_at: Timestamp;
  ended_at: Timestamp | null;
}

export interface MessageConnectionsTable {
  shop_id: number;
  vendor: 'woowa' | 'whatsapp';
  address: string | null;
  sender: string | null;
  api_key: Buffer;
  key_end: string;
  app_secret: Buffer | null;
  callback_hash: Buffer | null;
  user_id: number;
  created_at: Timestamp;
  tested_at: Timestamp;
  problem: string | null;
}

export interface MessageFollowupsTable {
  shop_id: number;
  kind: 'REMINDER' | 'ORDER_PROCESSED' | 'ORDER_SHIPPED' | 'ORDER_COMPLETED' | 'ORDER_CANCELED' | 'PREORDER_DUE';
  after_hours: number | null;
  enabled_at: Timestamp;
}

export interface MessageOptOutsTable {
  shop_id: number;
  customer_id: number;
  source: 'CUSTOMER' | 'STAFF';
  user_id: number | null;
  created_at: Timestamp;
}

export interface MessagePhonesTable {
  shop_id: number;
  phone: string;
  heard_at: Timestamp | null;
  is_opted_out: Generated<boolean>;
  decided_at: Timestamp | null;
}

export interface MessageSettingsTable {
  shop_id: number;
  vendor: Generated<'link' | 'woowa' | 'whatsapp' | 'outbox'>;
  language: Generated<'id' | 'en'>;
  quiet_from: Generated<number>;
  quiet_until: Generated<number>;
  per_minute: Generated<number>;
  cost_idr: Generated<number>;
  next_send_at: Timestamp | null;
  problem: string | null;
  failures: Generated<number>;
  work_due_at: Timestamp | null;
}

export interface MessageTemplatesTable {
  shop_id: number;
  id: Generated<number>;
  kind: 'CUSTOM_NOTIFICATION' | 'PROMO' | 'REMINDER' | 'ORDER_PROCESSED' | 'ORDER_SHIPPED' | 'ORDER_COMPLETED' | 'ORDER_CANCELED' | 'PREORDER_DUE';
  language: 'id' | 'en';
  title: string;
  body: string;
  approved_name: string | null;
  approved_language: string | null;
  approved_placeholders: Generated<string[]>;
  created_at: Timestamp;
  updated_at: Timestamp;
}

export interface MessagesTable {
  shop_id: number;
  id: Generated<number>;
  key: string;
  kind: 'CUSTOM_NOTIFICATION' | 'PROMO' | 'REMINDER' | 'ORDER_PROCESSED' | 'ORDER_SHIPPED' | 'ORDER_COMPLETED' | 'ORDER_CANCELED' | 'PREORDER_DUE';
  lane: number;
  broadcast_id: number | null;
  order_id: number | null;
  customer_id: number;
  phone: string;
  name: string;
  template: string | null;
  approved: Json | null;
  text: string | null;
  vendor: 'link' | 'woowa' | 'whatsapp' | 'outbox' | null;
  vendor_message_id: string | null;
  state: 'WAITING' | 'HELD' | 'SENDING' | 'LINK' | 'SENT' | 'DELIVERED' | 'READ' | 'FAILED' | 'UNKNOWN' | 'SKIPPED' | 'STOPPED';
  reason: string | null;
  attempts: Generated<number>;
  next_try_at: Timestamp;
  expires_at: Timestamp;
  claimed_at: Timestamp | null;
  asked_at: Timestamp | null;
  sent_at: Timestamp | null;
  delivered_at: Timestamp | null;
  read_at: Timestamp | null;
  user_id: number | null;
  created_at: Timestamp;
  updated_at: Timestamp;
}

export interface MutationConnectionsTable {
  shop_id: number;
  bank_account_id: number;
  provider: 'moota' | 'mutasibank';
  secret: Buffer;
  token_hash: Buffer;
  user_id: number;
  created_at: Timestamp;
  received_at: Timestamp | null;
}

export interface MutationImportRowsTable {
  shop_id: number;
  import_id: number;
  row_number: number;
  outcome: 'NEW' | 'KNOWN' | 'WRONG' | 'PASSED_OVER' | 'RECORDED' | 'UNDONE' | 'KEPT';
  fault: string | null;
  text: string;
  day: string | null;
  at: Timestamp | null;
  direction: string | null;
  amount_idr: number | null;
  description: string | null;
  balance_idr: number | null;
  is_pending: Generated<boolean>;
  mutation_id: number | null;
}

export interface MutationImportsTable {
  shop_id: number;
  id: Generated<number>;
  bank_account_id: number;
  file_name: string;
  status: 'READY' | 'APPLYING' | 'APPLIED' | 'UNDOING' | 'UNDONE';
  columns: Json;
  row_total: Generated<number>;
  fresh: Generated<number>;
  known: Generated<number>;
  wrong: Generated<number>;
  passed_over: Generated<number>;
  recorded: Generated<number>;
  undone: Generated<number>;
  kept: Generated<number>;
  credit_idr: Generated<number>;
  debit_idr: Generated<number>;
  job_id: number | null;
  created_by: number;
  created_at: Timestamp;
  applied_at: Timestamp | null;
  undone_at: Timestamp | null;
}

export interface MutationLayoutsTable {
  shop_id: number;
  bank_account_id: number;
  layout: string;
  columns: Json;
  kept_at: Timestamp;
}

export interface MutationMatchesTable {
  shop_id: number;
  mutation_id: number;
  id: Generated<number>;
  kind: 'ORDER' | 'PAYMENT';
  order_id: number | null;
  payment_id: number | null;
  buyer_payment_id: number | null;
  cause: string | null;
  outcome: 'PAID' | 'REVIVED' | 'BALANCE' | null;
  amount_idr: number;
  created_by: number | null;
  created_at: Timestamp;
  undone_by: number | null;
  undone_at: Timestamp | null;
}

export interface NewsTable {
  number: Generated<number>;
  id: string;
  title: Json;
  content: Json;
  web_path: string | null;
  published_at: Timestamp;
  queued_at: Timestamp | null;
}

export interface NotificationCountersTable {
  shop_id: number;
  last_number: number;
}

export interface NotificationReadMarksTable {
  shop_id: number;
  user_id: number;
  feed: 'ACTIVITY' | 'NEWS';
  number: number;
  read_at: Timestamp;
}

export interface NotificationReadsTable {
  shop_id: number;
  user_id: number;
  feed: 'ACTIVITY' | 'NEWS';
  read_to: number;
}

export interface NotificationsTable {
  shop_id: number;
  number: number;
  id: string;
  kind: string;
  event_id: number;
  order_id: number | null;
  warehouse_id: number | null;
  actor_id: number | null;
  user_id: number | null;
  details: Json;
  created_at: Timestamp;
}

export interface OrderChangesTable {
  shop_id: number;
  order_id: number;
  version: number;
  action: string;
  difference: Json;
  stock: Json;
  user_id: number | null;
  api_key_id: number | null;
  created_at: Timestamp;
}

export interface OrderChargesTable {
  shop_id: number;
  order_id: number;
  position: number;
  name: string;
  category: 'DISCOUNT' | 'OTHER COST' | 'INSURANCE';
  type: 'NOMINAL' | 'PERCENTAGE';
  percentage_bp: Generated<number>;
  amount_idr: number;
}

export interface OrderCostsTable {
  shop_id: number;
  id: Generated<number>;
  category: 'DISCOUNT' | 'OTHER COST';
  name: string;
  type: 'NOMINAL' | 'PERCENTAGE';
  nominal_idr: Generated<number>;
  percentage: Generated<number>;
  created_at: Timestamp;
}

export interface OrderCountersTable {
  shop_id: number;
  last_po_number: Generated<number>;
}

export interface OrderLinesTable {
  shop_id: number;
  order_id: number;
  position: number;
  variation_id: number;
  warehouse_id: number;
  quantity: number;
  name: string;
  sku: string;
  color: string;
  size: string;
  weight_grams: number;
  price_buy_idr: number;
  price_idr: number;
  discount_idr: Generated<number>;
  discount_type: 'NOMINAL' | 'PERCENTAGE' | null;
  discount_percentage_bp: number | null;
  promo_id: number | null;
  returned_quantity: Generated<number>;
  category_id: number | null;
}

export interface OrderPaymentsTable {
  shop_id: number;
  id: Generated<number>;
  order_id: number;
  bank_account_id: number;
  amount_idr: number;
  paid_on: string;
  status: 'INSTALLMENT' | 'PAID';
  created_by: number | null;
  created_at: Timestamp;
  is_cod_payout: Generated<boolean>;
  buyer_payment_id: number | null;
  bank_mutation_id: number | null;
}

export interface OrderSourcesTable {
  shop_id: number;
  id: Generated<number>;
  marketplace_id: number;
  note: string;
  is_active: Generated<boolean>;
}

export interface OrderTalliesTable {
  shop_id: number;
  facet: string;
  order_status: string;
  order_date: string;
  order_count: number;
  quantity: number;
  goods_idr: number;
  line_discount_idr: number;
  discount_idr: number;
  shipping_idr: number;
  shipping_discount_idr: number;
  charges_idr: number;
  insurance_idr: number;
  total_idr: number;
  paid_idr: number;
  cost_of_goods_idr: number;
  return_cost_idr: number;
}

export interface OrderTallyChangesTable {
  shop_id: number;
  id: Generated<number>;
  facets: string[];
  order_status: string;
  order_date: string;
  order_count: number;
  quantity: number;
  goods_idr: number;
  line_discount_idr: number;
  discount_idr: number;
  shipping_idr: number;
  shipping_discount_idr: number;
  charges_idr: number;
  insurance_idr: number;
  total_idr: number;
  paid_idr: number;
  cost_of_goods_idr: number;
  return_cost_idr: number;
}

export interface OrderTextsTable {
  shop_id: number;
  order_id: number;
  order_date: string;
  is_listed: boolean;
  search_text: string;
}

export interface OrdersTable {
  shop_id: number;
  id: Generated<number>;
  po_number: number;
  order_date: string;
  order_category: 'APP' | 'PRIVOR' | 'SF_MEMBER' | 'SF_GUEST' | 'SHOPEE' | 'QUICK_ORDER' | 'UNCATEGORIZED';
  order_status: Generated<'UNCONFIRMED' | 'ACCEPTED' | 'REJECTED' | 'CANCELED' | 'EXPIRED'>;
  sender_id: number;
  sender_name: string;
  sender_phone: string;
  sender_address: string;
  sender_postal_code: string | null;
  sender_district_code: number | null;
  receiver_id: number;
  receiver_name: string;
  receiver_phone: string;
  receiver_address: string;
  receiver_postal_code: string | null;
  receiver_district_code: number | null;
  customer_category_code: string;
  supplier_id: number;
  origin_name: string;
  origin_address: string;
  order_source_id: number | null;
  note: Generated<string>;
  source_platform: 'MOBILE' | 'WEB';
  send_sms: Generated<boolean>;
  is_printed: Generated<boolean>;
  product_status: 'S' | 'R' | 'PO';
  courier_id: number;
  courier_service_id: number;
  logistic_name: string;
  rate_name: string;
  shipping_idr: number;
  shipping_discount_idr: Generated<number>;
  weight_grams: number;
  volume_cm3: Generated<number>;
  auto_pickup: Generated<boolean>;
  is_cod: Generated<boolean>;
  shipping_status: 'READY_TO_SHIP' | 'PICKUP_REQUEST' | 'DROPOFF' | 'ON_PROCESS' | 'DELIVERED' | 'UNPICK' | 'RETURNED' | 'LOST' | 'INVALID' | 'SHIPMENT_PROBLEM' | null;
  awb_number: string | null;
  marketplace_awb: string | null;
  goods_idr: number;
  charges_idr: number;
  insurance_idr: number;
  discount_idr: number;
  total_idr: number;
  paid_idr: Generated<number>;
  cost_of_goods_idr: number;
  quantity: number;
  paid_on: string | null;
  preorder_lead_days: number | null;
  estimated_ship_on: string | null;
  created_by: number | null;
  updated_by: number | null;
  created_at: Timestamp;
  updated_at: Timestamp;
  payment_status: GeneratedAlways<string>;
  order_progress_status: GeneratedAlways<string>;
  product_text: string;
  shipping_promo_id: number | null;
  paid_as: 'BALANCE' | 'REFUNDED' | null;
  warehouse_ids: Generated<number[]>;
  bank_account_ids: Generated<number[]>;
  preorder_period_on: string | null;
  shipment_count: Generated<number>;
  return_cost_idr: Generated<number>;
  line_discount_idr: Generated<number>;
  shipping_paid_idr: number | null;
  gateway_fee_idr: Generated<number>;
  marketplace_fee_idr: Generated<number>;
  cod_charges_idr: Generated<number>;
  refund_fee_idr: Generated<number>;
  profit_idr: GeneratedAlways<number>;
}

export interface OutboxEventsTable {
  shop_id: number;
  id: Generated<number>;
  name: string;
  subject_id: number;
  payload: Json;
  user_id: number;
  api_key_id: number | null;
  created_at: Timestamp;
  version: Generated<number>;
  position: number | null;
}

export interface PackedUnitsTable {
  shop_id: number;
  order_id: number;
  warehouse_id: number;
  variation_id: number;
  quantity: number;
  packed_by: number;
  packed_at: Timestamp;
}

export interface ParcelReturnLinesTable {
  shop_id: number;
  return_id: number;
  position: number;
  variation_id: number;
  warehouse_id: number;
  sellable: number;
  damaged: number;
  missing: number;
}

export interface ParcelReturnsTable {
  shop_id: number;
  id: Generated<number>;
  order_id: number;
  shipment: number;
  state: 'ANNOUNCED' | 'ON_THE_WAY' | 'RECEIVED' | 'SETTLED' | 'CANCELED';
  source: 'STAFF' | 'COURIER';
  reason: string;
  courier_id: number;
  announced_at: Timestamp;
  on_the_way_at: Timestamp | null;
  received_at: Timestamp | null;
  settled_at: Timestamp | null;
  canceled_at: Timestamp | null;
  announced_by: number | null;
  received_by: number | null;
  settled_by: number | null;
  canceled_by: number | null;
  is_sent_back: Generated<boolean>;
  note: Generated<string>;
  outcome: 'CANCEL' | 'KEEP' | null;
  outbound_shipping_idr: Generated<number>;
  return_fee_idr: Generated<number>;
  lost_goods_idr: Generated<number>;
  cost_idr: GeneratedAlways<number>;
}

export interface PaymentReceiptsTable {
  shop_id: number;
  id: Generated<number>;
  payment_id: number;
  cause: string;
  source: 'GATEWAY' | 'MUTATION' | 'BALANCE';
  amount_idr: number;
  outcome: 'PAID' | 'REVIVED' | 'BALANCE';
  received_at: Timestamp;
  created_at: Timestamp;
  state_before: string | null;
  taken_back_at: Timestamp | null;
}

export interface ProductCategoriesTable {
  shop_id: number;
  id: Generated<number>;
  name: string;
  created_at: Timestamp;
}

export interface ProductImportLayoutsTable {
  shop_id: number;
  layout: string;
  columns: Json;
  kept_at: Timestamp;
}

export interface ProductImportRowsTable {
  shop_id: number;
  import_id: number;
  row_number: number;
  product_row: number;
  cells: Json;
  outcome: 'NEW' | 'CHANGED' | 'UNCHANGED' | 'WRONG' | 'PASSED_OVER' | null;
  faults: Generated<Json>;
  product_id: number | null;
  variation_id: number | null;
  before: Json | null;
}

export interface ProductImportsTable {
  shop_id: number;
  id: Generated<number>;
  file_name: string;
  status: 'UNMAPPED' | 'CHECKING' | 'READY' | 'APPLYING' | 'APPLIED' | 'UNDOING' | 'UNDONE';
  columns: Json;
  passed_over: Json;
  new_categories: Generated<string[]>;
  added_category_ids: Generated<number[]>;
  row_total: number;
  rows_created: Generated<number>;
  rows_changed: Generated<number>;
  rows_unchanged: Generated<number>;
  rows_wrong: Generated<number>;
  rows_passed: Generated<number>;
  job_id: number | null;
  created_by: number;
  created_at: Timestamp;
  applied_at: Timestamp | null;
  undone_at: Timestamp | null;
  ledger_at: Timestamp | null;
  ledger_id: number | null;
}

export interface ProductPicturesTable {
  shop_id: number;
  name: string;
  content_hash: Buffer;
  width_px: number;
  height_px: number;
  stored_at: Timestamp | null;
  check_at: Timestamp;
  removed_at: Timestamp | null;
  created_by: number;
  created_at: Timestamp;
}

export interface ProductVariationsTable {
  shop_id: number;
  id: Generated<number>;
  product_id: number;
  position: number;
  sku: string;
  images: Generated<string[]>;
  primary_image: Generated<number>;
  price_buy_idr: number;
  price_idr: number;
  price1_idr: Generated<number>;
  price2_idr: Generated<number>;
  price3_idr: Generated<number>;
  price_reseller_idr: Generated<number>;
  weight_grams: number;
  size: Generated<string>;
  color: Generated<string>;
  is_in_stock: Generated<boolean>;
  created_at: Timestamp;
  archived_at: Timestamp | null;
}

export interface ProductWholesalesTable {
  shop_id: number;
  id: Generated<number>;
  product_id: number;
  from_quantity: number;
  to_quantity: number;
  price_idr: number;
}

export interface ProductsTable {
  shop_id: number;
  id: Generated<number>;
  name: string;
  product_type: 'S' | 'R' | 'PO';
  category_id: number | null;
  description: Generated<string>;
  preorder_unit: 'day' | 'week' | null;
  preorder_number: number | null;
  preorder_starts_on: string | null;
  preorder_ends_on: string | null;
  discount_idr: Generated<number>;
  weight_grams: Generated<number>;
  length_cm: number | null;
  width_cm: number | null;
  height_cm: number | null;
  wholesale_enabled: Generated<boolean>;
  uses_warehouses: Generated<boolean>;
  is_published: Generated<boolean>;
  shows_stock: Generated<boolean>;
  has_variations: Generated<boolean>;
  lowest_price_idr: number;
  created_by: number | null;
  created_at: Timestamp;
  updated_at: Timestamp;
  archived_at: Timestamp | null;
  lowest_margin_idr: Generated<number>;
}

export interface PromoCustomersTable {
  shop_id: number;
  promo_id: number;
  customer_id: number;
  is_guest: Generated<boolean>;
  used: number;
  usage_limit: number | null;
}

export interface PromoProductsTable {
  shop_id: number;
  promo_id: number;
  product_id: number;
}

export interface PromoUsesTable {
  shop_id: number;
  order_id: number;
  promo_id: number;
  customer_id: number;
  is_guest: Generated<boolean>;
  created_at: Timestamp;
}

export interface PromosTable {
  shop_id: number;
  id: Generated<number>;
  promo_group: 'PROMO' | 'COUPON';
  promo_type: 'PRODUCT' | 'EXPEDITION';
  name: string;
  coupon_code: string | null;
  starts_at: Timestamp;
  ends_at: Timestamp | null;
  discount_type: 'PERCENTAGE' | 'NOMINAL';
  discount_percentage: number | null;
  discount_max_idr: number | null;
  discount_idr: number | null;
  usage_per_customer: number | null;
  quota: number | null;
  used: Generated<number>;
  minimum_product: number | null;
  minimum_transaction_idr: number | null;
  is_active: boolean;
  customer_category_codes: string[];
  all_products: boolean;
  platforms: string[];
  courier_service_ids: number[];
  created_at: Timestamp;
  updated_at: Timestamp;
  deleted_at: Timestamp | null;
}

export interface ProvincesTable {
  code: number;
  legacy_id: number | null;
  name: string;
}

export interface PushDevicesTable {
  shop_id: number;
  id: Generated<number>;
  user_id: number;
  actor_kind: 'session' | 'api_key';
  credential_id: number;
  kind: 'WEB' | 'FCM';
  device: string;
  language: 'en' | 'id';
  address_hash: string;
  address: Buffer;
  busy_until: Timestamp | null;
  created_at: Timestamp;
  used_at: Timestamp;
}

export interface PushSendsTable {
  shop_id: number;
  device_id: number;
  feed: 'ACTIVITY' | 'NEWS';
  number: number;
  created_at: Timestamp;
}

export interface PushSettingsTable {
  shop_id: number;
  user_id: number;
  muted: string[];
}

export interface SalesTalliesTable {
  shop_id: number;
  kind: 'CUSTOMER' | 'CITY' | 'VARIATION' | 'ACCOUNT';
  grain: 'D' | 'M' | 'Q' | 'Y';
  starts_on: string;
  subject_id: number;
  category_id: Generated<number>;
  order_count: number;
  product_orders: number;
  category_orders: number;
  quantity: number;
  gross_idr: number;
  net_idr: number;
  cost_of_goods_idr: number;
}

export interface SalesToCountTable {
  shop_id: number;
  order_id: number;
}

export interface SalesToTakeBackTable {
  shop_id: number;
  id: Generated<number>;
  kind: string;
  sold_on: string;
  subject_id: number;
  category_id: number;
  order_count: number;
  product_orders: number;
  category_orders: number;
  quantity: number;
  gross_idr: number;
  net_idr: number;
  cost_of_goods_idr: number;
}

export interface SandboxCallbacksTable {
  id: Generated<number>;
  body: string;
  attempts: Generated<number>;
  next_try_at: Timestamp | null;
  answer: string | null;
  created_at: Timestamp;
}

export interface SandboxChargesTable {
  id: Generated<number>;
  key: string;
  token: string;
  channel: string;
  amount_idr: number;
  merchant_name: string;
  payer_name: string;
  description: string;
  va_number: string | null;
  return_url: string | null;
  state: 'OPEN' | 'PAID' | 'ENDED';
  expires_at: Timestamp;
  created_at: Timestamp;
}

export interface SandboxClockTable {
  is_only: Generated<boolean>;
  ahead_ms: Generated<number>;
}

export interface SandboxPaymentsTable {
  id: Generated<number>;
  charge_id: number;
  amount_idr: number;
  paid_at: Timestamp;
}

export interface SandboxPayoutsTable {
  id: Generated<number>;
  key: string;
  bank_code: string;
  account_number: string;
  holder_name: string;
  amount_idr: number;
  description: string;
  state: 'PENDING' | 'PAID' | 'FAILED';
  failure: string | null;
  created_at: Timestamp;
}

export interface SavedViewsTable {
  shop_id: number;
  id: Generated<number>;
  list: string;
  user_id: number;
  title: string;
  query: string;
  is_shared: boolean;
  created_at: Timestamp;
  updated_at: Timestamp;
}

export interface SearchWordsTable {
  shop_id: number;
  id: Generated<number>;
  word: string;
}

export interface SessionsTable {
  shop_id: number;
  id: Generated<number>;
  user_id: number;
  token_hash: Buffer;
  created_at: Timestamp;
  expires_at: Timestamp;
  last_used_at: Timestamp;
  password_confirmed_at: Timestamp;
}

export interface ShipmentsTable {
  shop_id: number;
  order_id: number;
  number: number;
  warehouse_id: number | null;
  shipping_status: 'READY_TO_SHIP' | 'PICKUP_REQUEST' | 'DROPOFF' | 'ON_PROCESS' | 'DELIVERED' | 'UNPICK' | 'RETURNED' | 'LOST' | 'INVALID' | 'SHIPMENT_PROBLEM' | null;
  awb_number: string | null;
  service: 'PICKUP' | 'DROP_OFF' | null;
  requested_at: Timestamp | null;
  left_at: Timestamp | null;
  ended_at: Timestamp | null;
  promised_days: number | null;
  received_at: Timestamp | null;
  label_prints: Generated<number>;
  removed_at: Timestamp | null;
  restarted_at: Timestamp | null;
  said_status: 'PICKUP_REQUEST' | 'DROPOFF' | 'ON_PROCESS' | 'DELIVERED' | 'UNPICK' | 'RETURNED' | 'LOST' | 'INVALID' | 'SHIPMENT_PROBLEM' | null;
  said_by: 'STAFF' | 'COURIER' | 'JOB' | null;
  said_at: Timestamp | null;
  order_date: string;
  courier_id: number;
  supplier_id: number;
  is_cod: boolean;
  warehouse_ids: Generated<number[]>;
  list_status: string | null;
  customer_id: number;
  province_code: number | null;
  created_by: number | null;
}

export interface ShopJobsTable {
  shop_id: number;
  id: Generated<number>;
  name: string;
  input: Json;
  status: Generated<'QUEUED' | 'RUNNING' | 'SUCCESS' | 'FAILED'>;
  attempts: Generated<number>;
  done: Generated<number>;
  total: number | null;
  result: Json | null;
  failure: Json | null;
  user_id: number;
  actor_kind: 'session' | 'api_key' | 'callback';
  credential_id: number;
  language: 'en' | 'id';
  base_url: string;
  request_id: string;
  created_at: Timestamp;
  started_at: Timestamp | null;
  finished_at: Timestamp | null;
  key: string | null;
}

export interface ShopPackagesTable {
  shop_id: number;
  class: 'app' | 'storefront' | 'shopee' | 'sms' | 'mutation' | 'woowa';
  package: string;
  ends_on: string | null;
  credit: number | null;
  reminded_days: number | null;
  started_at: Timestamp;
  updated_at: Timestamp;
}

export interface ShopSubdomainsTable {
  subdomain: string;
  shop_id: number;
}

export interface ShopsTable {
  id: Generated<number>;
  subdomain: string;
  name: string;
  phone: string;
  description: Generated<string>;
  address: Generated<string>;
  note: string | null;
  logo_url: string | null;
  time_zone: Generated<'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura'>;
  status: Generated<'ACTIVE' | 'SUSPENDED'>;
  class: Generated<string>;
  class_ends_on: string | null;
  storefront_enabled: Generated<boolean>;
  allowed_origins: Generated<string[]>;
  created_at: Timestamp;
  active_supplier_id: number | null;
}

export interface SigningKeysTable {
  purpose: string;
  key: Buffer;
  created_at: Timestamp;
}

export interface StockLedgerTable {
  shop_id: number;
  variation_id: number;
  id: Generated<number>;
  warehouse_id: number;
  order_id: number | null;
  reason: 'INITIAL' | 'ADJUSTMENT' | 'TRANSFER' | 'SYNC' | 'OPNAME' | 'IMPORT' | 'ORDER' | 'ORDER EDIT' | 'ORDER CANCEL' | 'ORDER RETURN';
  description: string;
  quantity_in: Generated<number>;
  quantity_out: Generated<number>;
  balance_after: number;
  user_id: number | null;
  created_at: Timestamp;
}

export interface StockLevelsTable {
  shop_id: number;
  variation_id: number;
  warehouse_id: number;
  quantity: number;
  moved_at: Generated<Timestamp>;
}

export interface StockNoticesTable {
  shop_id: number;
  variation_id: number;
  ledger_id: number;
  created_at: Timestamp;
}

export interface StockOpnameLinesTable {
  shop_id: number;
  opname_id: number;
  id: Generated<number>;
  variation_id: number;
  system_quantity: number | null;
  counted_quantity: number;
  seen_quantity: number | null;
}

export interface StockOpnamesTable {
  shop_id: number;
  id: Generated<number>;
  warehouse_id: number;
  description: string;
  variation_total: number;
  processed: Generated<number>;
  job_id: number | null;
  finished_at: Timestamp | null;
  created_by: number;
  created_at: Timestamp;
}

export interface StockTransferLinesTable {
  shop_id: number;
  transfer_id: number;
  id: Generated<number>;
  variation_id: number;
  quantity: number;
}

export interface StockTransfersTable {
  shop_id: number;
  id: Generated<number>;
  origin_warehouse_id: number;
  destination_warehouse_id: number;
  description: string;
  variation_total: number;
  job_id: number | null;
  finished_at: Timestamp | null;
  created_by: number;
  created_at: Timestamp;
}

export interface SuppliersTable {
  shop_id: number;
  id: Generated<number>;
  name: string;
  district_code: number | null;
  address: string;
  phone: string;
  description: Generated<string>;
  created_at: Timestamp;
}

export interface TariffImportRowsTable {
  shop_id: number;
  import_id: number;
  row_number: number;
  cells: Json;
  outcome: 'NEW' | 'CHANGED' | 'UNCHANGED' | 'WRONG';
  faults: Generated<Json>;
  service_id: number | null;
  destination: string | null;
  origin_code: number | null;
  first_kg_idr: number | null;
  next_kg_idr: number | null;
  min_kg: number | null;
  min_days: number | null;
  max_days: number | null;
}

export interface TariffImportsTable {
  shop_id: number;
  id: Generated<number>;
  file_name: string;
  status: 'READY' | 'APPLYING' | 'APPLIED';
  titles: Json;
  row_total: Generated<number>;
  created: Generated<number>;
  changed: Generated<number>;
  unchanged: Generated<number>;
  wrong: Generated<number>;
  job_id: number | null;
  created_by: number;
  created_at: Timestamp;
  applied_at: Timestamp | null;
}

export interface TariffsTable {
  shop_id: number;
  service_id: number;
  destination: string;
  origin_code: number;
  first_kg_idr: number;
  next_kg_idr: number;
  min_kg: number;
  min_days: number | null;
  max_days: number | null;
  updated_at: Timestamp;
}

export interface TrackingEventsTable {
  shop_id: number;
  order_id: number;
  number: number;
  event_id: string;
  source: 'VENDOR' | 'STAFF';
  awb_number: string | null;
  happened_at: Timestamp;
  code: string;
  status: 'PICKUP_REQUEST' | 'DROPOFF' | 'ON_PROCESS' | 'DELIVERED' | 'UNPICK' | 'RETURNED' | 'LOST' | 'INVALID' | 'SHIPMENT_PROBLEM' | null;
  is_returning: Generated<boolean>;
  description: string;
  location: string;
  user_id: number | null;
  received_at: Timestamp;
}

export interface TrackingPollsTable {
  shop_id: number;
  order_id: number;
  number: number;
  next_poll_at: Timestamp | null;
  started_at: Timestamp;
  vendor: 'biteship' | 'rajaongkir' | 'shipper' | null;
  polled_at: Timestamp | null;
  unchanged: Generated<number>;
  failures: Generated<number>;
  problem: string | null;
}

export interface UniqueCodeCountersTable {
  shop_id: number;
  bank_account_id: number;
  last_code: number;
}

export interface UnknownCallbacksTable {
  id: Generated<number>;
  account: string;
  body: string;
  body_hash: Buffer;
  times: Generated<number>;
  received_at: Timestamp;
  last_received_at: Timestamp;
}

export interface UserEmailsTable {
  email: string;
  shop_id: number;
  user_id: number;
}

export interface UserPreferencesTable {
  shop_id: number;
  user_id: number;
  name: string;
  value: string;
  updated_at: Timestamp;
}

export interface UserWarehousesTable {
  shop_id: number;
  user_id: number;
  warehouse_id: number;
}

export interface UsersTable {
  shop_id: number;
  id: Generated<number>;
  email: string;
  full_name: string;
  phone: Generated<string>;
  password_hash: string | null;
  role: 'owner' | 'admin' | 'warehouse';
  status: 'INVITED' | 'ACTIVE' | 'REMOVED';
  invitation_hash: Buffer | null;
  invitation_expires_at: Timestamp | null;
  created_at: Timestamp;
  updated_at: Timestamp;
}

export interface VariationShelvesTable {
  shop_id: number;
  variation_id: number;
  warehouse_id: number;
  shelf: string;
}

export interface VariationTextsTable {
  shop_id: number;
  variation_id: number;
  product_id: number;
  position: number;
  product_type: string;
  product_created_at: Timestamp;
  archived_at: Timestamp | null;
  search_text: string;
}

export interface VendorRatesTable {
  shop_id: number;
  origin_code: number;
  destination_code: number;
  weight_class: number;
  content_class: string;
  is_cod: boolean;
  vendor: string;
  rates: Json;
  expires_at: Timestamp;
}

export interface WarehousesTable {
  shop_id: number;
  id: Generated<number>;
  name: string;
  supplier_id: number | null;
  is_active: Generated<boolean>;
  created_at: Timestamp;
  archived_at: Timestamp | null;
}

export interface WebhookAttemptsTable {
  shop_id: number;
  delivery_id: number;
  number: number;
  at: Timestamp;
  milliseconds: number;
  status: number | null;
  error: string | null;
  answer: string;
}

export interface WebhookDeliveriesTable {
  shop_id: number;
  id: Generated<number>;
  message_id: number;
  endpoint_id: number;
  type: string;
  subject: string;
  position: number;
  part: number;
  state: 'WAITING' | 'DELIVERED' | 'FAILED';
  tries: Generated<number>;
  attempts: Generated<number>;
  status: number | null;
  error: string | null;
  retry_at: Timestamp | null;
  queued_at: Timestamp;
  created_at: Timestamp;
  ended_at: Timestamp | null;
}

export interface WebhookEndpointsTable {
  shop_id: number;
  id: Generated<number>;
  url: string;
  description: string;
  event_types: string[] | null;
  state: 'ACTIVE' | 'OFF' | 'DELETED';
  off_reason: 'OWNER' | 'GONE' | 'FAILING' | null;
  off_at: Timestamp | null;
  secret: Buffer | null;
  previous_secret: Buffer | null;
  previous_ends_at: Timestamp | null;
  created_by: number;
  created_at: Timestamp;
  updated_at: Timestamp;
}

export interface WebhookLanesTable {
  shop_id: number;
  endpoint_id: number;
  subject: string;
  due_at: Timestamp;
  is_sending: Generated<boolean>;
  turn: Generated<number>;
  touched_at: Timestamp;
}

export interface WebhookMessagesTable {
  shop_id: number;
  id: Generated<number>;
  webhook_id: string;
  event_id: number | null;
  type: string;
  subject: string;
  body: string;
  created_at: Timestamp;
}

export interface WebhookQueuesTable {
  shop_id: number;
  endpoint_id: number;
  due_at: Timestamp | null;
  failures: Generated<number>;
  given_up: Generated<number>;
  failing_since: Timestamp | null;
  is_resting: Generated<boolean>;
}

export interface WithdrawalsTable {
  shop_id: number;
  id: Generated<number>;
  key: string;
  state: 'REQUESTED' | 'SENT' | 'PAID' | 'FAILED';
  bank_code: string;
  bank_name: string;
  account_number: string;
  holder_name: string;
  nominal_idr: number;
  fee_idr: number;
  may_be_sent: Generated<boolean>;
  vendor_payout_id: string | null;
  attempts: Generated<number>;
  problem: string | null;
  next_try_at: Timestamp | null;
  user_id: number;
  created_at: Timestamp;
  sent_at: Timestamp | null;
  ended_at: Timestamp | null;
  updated_at: Timestamp;
}

export interface DB {
  admin_fees: AdminFeesTable;
  api_keys: ApiKeysTable;
  awb_import_rows: AwbImportRowsTable;
  awb_imports: AwbImportsTable;
  bank_accounts: BankAccountsTable;
  bank_mutations: BankMutationsTable;
  billing_order_lines: BillingOrderLinesTable;
  billing_orders: BillingOrdersTable;
  bulk_run_orders: BulkRunOrdersTable;
  bulk_runs: BulkRunsTable;
  buyer_codes: BuyerCodesTable;
  buyer_passwords: BuyerPasswordsTable;
  buyer_payment_orders: BuyerPaymentOrdersTable;
  buyer_payments: BuyerPaymentsTable;
  buyer_sessions: BuyerSessionsTable;
  cities: CitiesTable;
  cod_counters: CodCountersTable;
  cod_entries: CodEntriesTable;
  cod_invoices: CodInvoicesTable;
  cod_parcels: CodParcelsTable;
  cod_payout_lines: CodPayoutLinesTable;
  cod_payouts: CodPayoutsTable;
  cod_settlements: CodSettlementsTable;
  courier_bookings: CourierBookingsTable;
  courier_charges: CourierChargesTable;
  courier_connections: CourierConnectionsTable;
  courier_settings: CourierSettingsTable;
  custom_couriers: CustomCouriersTable;
  customer_categories: CustomerCategoriesTable;
  customer_texts: CustomerTextsTable;
  customers: CustomersTable;
  districts: DistrictsTable;
  downloads: DownloadsTable;
  event_places: EventPlacesTable;
  event_readers: EventReadersTable;
  events_set_aside: EventsSetAsideTable;
  expenses: ExpensesTable;
  gateway_charges: GatewayChargesTable;
  gateway_connections: GatewayConnectionsTable;
  gateway_payments: GatewayPaymentsTable;
  guest_phones: GuestPhonesTable;
  idempotency_keys: IdempotencyKeysTable;
  journal_accounts: JournalAccountsTable;
  ledger_accounts: LedgerAccountsTable;
  ledger_entries: LedgerEntriesTable;
  ledger_transfers: LedgerTransfersTable;
  login_attempts: LoginAttemptsTable;
  mails: MailsTable;
  message_broadcasts: MessageBroadcastsTable;
  message_connections: MessageConnectionsTable;
  message_followups: MessageFollowupsTable;
  message_opt_outs: MessageOptOutsTable;
  message_phones: MessagePhonesTable;
  message_settings: MessageSettingsTable;
  message_templates: MessageTemplatesTable;
  messages: MessagesTable;
  mutation_connections: MutationConnectionsTable;
  mutation_import_rows: MutationImportRowsTable;
  mutation_imports: MutationImportsTable;
  mutation_layouts: MutationLayoutsTable;
  mutation_matches: MutationMatchesTable;
  news: NewsTable;
  notification_counters: NotificationCountersTable;
  notification_read_marks: NotificationReadMarksTable;
  notification_reads: NotificationReadsTable;
  notifications: NotificationsTable;
  order_changes: OrderChangesTable;
  order_charges: OrderChargesTable;
  order_costs: OrderCostsTable;
  order_counters: OrderCountersTable;
  order_lines: OrderLinesTable;
  order_payments: OrderPaymentsTable;
  order_sources: OrderSourcesTable;
  order_tallies: OrderTalliesTable;
  order_tally_changes: OrderTallyChangesTable;
  order_texts: OrderTextsTable;
  orders: OrdersTable;
  outbox_events: OutboxEventsTable;
  packed_units: PackedUnitsTable;
  parcel_return_lines: ParcelReturnLinesTable;
  parcel_returns: ParcelReturnsTable;
  payment_receipts: PaymentReceiptsTable;
  product_categories: ProductCategoriesTable;
  product_import_layouts: ProductImportLayoutsTable;
  product_import_rows: ProductImportRowsTable;
  product_imports: ProductImportsTable;
  product_pictures: ProductPicturesTable;
  product_variations: ProductVariationsTable;
  product_wholesales: ProductWholesalesTable;
  products: ProductsTable;
  promo_customers: PromoCustomersTable;
  promo_products: PromoProductsTable;
  promo_uses: PromoUsesTable;
  promos: PromosTable;
  provinces: ProvincesTable;
  push_devices: PushDevicesTable;
  push_sends: PushSendsTable;
  push_settings: PushSettingsTable;
  sales_tallies: SalesTalliesTable;
  sales_to_count: SalesToCountTable;
  sales_to_take_back: SalesToTakeBackTable;
  sandbox_callbacks: SandboxCallbacksTable;
  sandbox_charges: SandboxChargesTable;
  sandbox_clock: SandboxClockTable;
  sandbox_payments: SandboxPaymentsTable;
  sandbox_payouts: SandboxPayoutsTable;
  saved_views: SavedViewsTable;
  search_words: SearchWordsTable;
  sessions: SessionsTable;
  shipments: ShipmentsTable;
  shop_jobs: ShopJobsTable;
  shop_packages: ShopPackagesTable;
  shop_subdomains: ShopSubdomainsTable;
  shops: ShopsTable;
  signing_keys: SigningKeysTable;
  stock_ledger: StockLedgerTable;
  stock_levels: StockLevelsTable;
  stock_notices: StockNoticesTable;
  stock_opname_lines: StockOpnameLinesTable;
  stock_opnames: StockOpnamesTable;
  stock_transfer_lines: StockTransferLinesTable;
  stock_transfers: StockTransfersTable;
  suppliers: SuppliersTable;
  tariff_import_rows: TariffImportRowsTable;
  tariff_imports: TariffImportsTable;
  tariffs: TariffsTable;
  tracking_events: TrackingEventsTable;
  tracking_polls: TrackingPollsTable;
  unique_code_counters: UniqueCodeCountersTable;
  unknown_callbacks: UnknownCallbacksTable;
  user_emails: UserEmailsTable;
  user_preferences: UserPreferencesTable;
  user_warehouses: UserWarehousesTable;
  users: UsersTable;
  variation_shelves: VariationShelvesTable;
  variation_texts: VariationTextsTable;
  vendor_rates: VendorRatesTable;
  warehouses: WarehousesTable;
  webhook_attempts: WebhookAttemptsTable;
  webhook_deliveries: WebhookDeliveriesTable;
  webhook_endpoints: WebhookEndpointsTable;
  webhook_lanes: WebhookLanesTable;
  webhook_messages: WebhookMessagesTable;
  webhook_queues: WebhookQueuesTable;
  withdrawals: WithdrawalsTable;
}

/** Tables whose rows belong to a shop: it comes first in their keys. */
export const tenantTables = [
  'admin_fees',
  'api_keys',
  'awb_import_rows',
  'awb_imports',
  'bank_accounts',
  'bank_mutations',
  'billing_order_lines',
  'billing_orders',
  'bulk_run_orders',
  'bulk_runs',
  'buyer_codes',
  'buyer_passwords',
  'buyer_payment_orders',
  'buyer_payments',
  'buyer_sessions',
  'cod_counters',
  'cod_entries',
  'cod_invoices',
  'cod_parcels',
  'cod_payout_lines',
  'cod_payouts',
  'cod_settlements',
  'courier_bookings',
  'courier_charges',
  'courier_connections',
  'courier_settings',
  'custom_couriers',
  'customer_categories',
  'customer_texts',
  'customers',
  'downloads',
  'events_set_aside',
  'expenses',
  'gateway_charges',
  'gateway_connections',
  'gateway_payments',
  'guest_phones',
  'journal_accounts',
  'ledger_accounts',
  'ledger_entries',
  'ledger_transfers',
  'mails',
  'message_broadcasts',
  'message_connections',
  'message_followups',
  'message_opt_outs',
  'message_phones',
  'message_settings',
  'message_templates',
  'messages',
  'mutation_connections',
  'mutation_import_rows',
  'mutation_imports',
  'mutation_layouts',
  'mutation_matches',
  'notification_counters',
  'notification_read_marks',
  'notification_reads',
  'notifications',
  'order_changes',
  'order_charges',
  'order_costs',
  'order_counters',
  'order_lines',
  'order_payments',
  'order_sources',
  'order_tallies',
  'order_tally_changes',
  'order_texts',
  'orders',
  'outbox_events',
  'packed_units',
  'parcel_return_lines',
  'parcel_returns',
  'payment_receipts',
  'product_categories',
  'product_import_layouts',
  'product_import_rows',
  'product_imports',
  'product_pictures',
  'product_variations',
  'product_wholesales',
  'products',
  'promo_customers',
  'promo_products',
  'promo_uses',
  'promos',
  'push_devices',
  'push_sends',
  'push_settings',
  'sales_tallies',
  'sales_to_count',
  'sales_to_take_back',
  'saved_views',
  'search_words',
  'sessions',
  'shipments',
  'shop_jobs',
  'shop_packages',
  'stock_ledger',
  'stock_levels',
  'stock_notices',
  'stock_opname_lines',
  'stock_opnames',
  'stock_transfer_lines',
  'stock_transfers',
  'suppliers',
  'tariff_import_rows',
  'tariff_imports',
  'tariffs',
  'tracking_events',
  'tracking_polls',
  'unique_code_counters',
  'user_preferences',
  'user_warehouses',
  'users',
  'variation_shelves',
  'variation_texts',
  'vendor_rates',
  'warehouses',
  'webhook_attempts',
  'webhook_deliveries',
  'webhook_endpoints',
  'webhook_lanes',
  'webhook_messages',
  'webhook_queues',
  'withdrawals',
] as const;
