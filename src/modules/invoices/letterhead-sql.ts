/** The shop as the head of its documents has it. */
export interface LetterheadShop {
  name: string;
  address: string;
  phone: string;
  logo_url: string | null;
}

/** An account that customers can pay to. */
export interface PayAccount {
  bank_type: string;
  account_number: string;
  holder_name: string;
}

/** @param shop_id SQL of the shop's ID */
export function letterheadSql(shop_id: string): string {
  return `(select json_build_object('name', s.name, 'address', s.address, 'phone', s.phone, 'logo_url', s.logo_url)
    from shops s where s.id = ${shop_id})`;
}

/** The oldest bank accounts of the shop. @param most SQL of how many */
export function payAccountsSql(shop_id: string, most: string): string {
  return `coalesce((select json_agg(json_build_object('bank_type', a.bank_type, 'account_number', a.account_number,
      'holder_name', a.holder_name) order by a.id)
    from (select * from bank_accounts account where account.shop_id = ${shop_id} and account.type = 'BANK'
      and account.archived_at is null order by account.id limit ${most}::int) as a), '[]')`;
}
