/** SQL expressions of the bank account, and variables of a function for what is found. */
interface CodePlaces {
  shop_id: string;
  bank_account_id: string;
  /** What the transfer is without its code. */
  invoice_idr: string;
  now: string;
  /** Becomes the code; null where none is free. */
  code: string;
  /** Becomes the moment from which one may be free, where none is; null where the seller is to decide all that have one. */
  free_at: string;
}

/**
 * From one code to the next. It has no divisor in common with 999, so that all codes come before one comes again; and of those
 * that do not, it keeps the last codes farthest apart (ten by 69 rupiah, fifty by 11): a rupiah too much is no other payment.
 */
const STEP = 178;
/** STEP * STEPS_PER_CODE % 999 = 1. */
const STEPS_PER_CODE = 724;

/**
 * So long a transfer may come for a payment that has ended: until then another of its amount would take it for its own. In a
 * shop that sells one thing at one price so many are made that no other code is left; then amounts come again sooner.
 */
const RECENT = "interval '2 days'";

/**
 * Statements of a function that take the next free unique code of a bank account, 1 to 999. The counter is locked until the
 * transaction ends, so that codes are drawn one after the other; it goes round, so that a code rests as long as possible
 * before it is drawn again. No other open transfer to the account has the code, nor the amount that it leads to.
 */
export function takeCodeSql(places: CodePlaces): string {
  const { shop_id, bank_account_id, invoice_idr, now, code, free_at } = places;
  const of_account = `shop_id = ${shop_id} and bank_account_id = ${bank_account_id}`;
  const is_open = "state in ('WAITING', 'CLAIMED')";
  const is_used = (candidate: string) => `exists (select 1 from buyer_payments
      where ${of_account} and unique_code = ${candidate} and ${is_open} and unique_code > 0)`;
  const has_amount = (candidate: string, condition: string) => `exists (select 1 from buyer_payments
      where ${of_account} and method = 'TRANSFER' and nominal_transfer_idr = ${invoice_idr} + ${candidate} and (${condition}))`;
  const is_recent = `created_at > ${now} - ${RECENT}`;
  return `insert into unique_code_counters (shop_id, bank_account_id, last_code)
    values (${shop_id}, ${bank_account_id}, 0) on conflict (shop_id, bank_account_id) do nothing;
    select (last_code + ${STEP - 1}) % 999 + 1 into ${code} from unique_code_counters where ${of_account} for update;
    if ${is_used(code)} or ${has_amount(code, `${is_open} or ${is_recent}`)} then
      select candidate into ${code} from generate_series(1, 999) as candidate
      where not ${is_used('candidate')} and not ${has_amount('candidate', is_open)}
      order by ${has_amount('candidate', is_recent)}, (candidate - ${code} + 999) * ${STEPS_PER_CODE} % 999
      limit 1;
    end if;
    if ${code} is null then
      select case when bool_or(state = 'WAITING') then min(expires_at) end into ${free_at} from buyer_payments
      where ${of_account} and ${is_open} and unique_code > 0;
    else
      update unique_code_counters set last_code = ${code} where ${of_account};
    end if;`;
}
