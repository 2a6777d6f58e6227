import type { Language } from '../../../kernel/language.ts';
import { rupiahText } from '../../../kernel/money.ts';
import type { ChargeRule, chargeableWeight } from '../../couriers/index.ts';
import type { QuotedShipping } from './quoted-shipping.ts';

interface Said {
  quoted: QuotedShipping;
  rule: ChargeRule;
  weight: ReturnType<typeof chargeableWeight>;
}

type Texts = Record<Language, string>;

/** 25 basis points as 0.25%. */
const percent = (rate_bp: number, language: Language) => {
  const text = `${rate_bp / 100}%`;
  return language === 'id' ? text.replace('.', ',') : text;
};

/** What each step of a quote's shipping says, and what the costs are called that an order has of them. */
export function shippingTexts(language: Language, said: Said) {
  const { courier } = said.quoted;
  const name = [courier.name, courier.shipping.rate_name].filter(Boolean).join(' ');
  const pick = (texts: Texts) => texts[language];
  return {
    weight: pick(weightTexts(said)),
    steps: {
      RATE: (amount: string, buyer: string) => pick(rateTexts(said, name, amount, buyer)),
      SUBSIDY: (amount: string) =>
        pick({
          en: `The shipping promo pays ${amount} of the shipping cost.`,
          id: `Promo ongkir menanggung ${amount} dari ongkos kirim.`,
        }),
      INSURANCE: (amount: string) => pick(insuranceTexts(said, courier.name, amount, language)),
      PACKING: (amount: string) =>
        pick({
          en: `Wooden packing: ${rupiahText(said.rule.packing_fixed_idr)} and ${rupiahText(said.rule.packing_idr_per_kg)} per kg is ${amount}.`,
          id: `Packing kayu: ${rupiahText(said.rule.packing_fixed_idr)} ditambah ${rupiahText(said.rule.packing_idr_per_kg)} per kg menjadi ${amount}.`,
        }),
      COD_FEE: (amount: string, buyer: string) =>
        pick(codFeeTexts(said, courier.name, amount, buyer, language)),
      ROUNDING: (amount: string) => pick(roundingTexts(said, amount)),
    },
    costs: {
      INSURANCE: pick({ en: `Insurance ${courier.name}`, id: `Asuransi ${courier.name}` }),
      PACKING: pick({ en: 'Wooden packing', id: 'Packing kayu' }),
      COD_FEE: pick({ en: `COD fee ${courier.name}`, id: `Biaya COD ${courier.name}` }),
      ROUNDING: pick({ en: 'COD rounding', id: 'Pembulatan COD' }),
    },
  };
}

function weightTexts({ quoted, rule, weight }: Said): Texts {
  const { actual_grams, volumetric_grams, chargeable_kg } = weight;
  const volume = `${quoted.volume_cm3} cm³ / ${rule.volumetric_cm3_per_kg}`;
  const by_volume = {
    en: ` The volumetric weight is larger: ${volume} is ${volumetric_grams} g.`,
    id: ` Berat volume lebih besar: ${volume} menjadi ${volumetric_grams} g.`,
  };
  const by_minimum = {
    en: ` The minimum is ${rule.minimum_kg} kg.`,
    id: ` Berat minimum ${rule.minimum_kg} kg.`,
  };
  const further = (language: Language) =>
    (weight.is_volumetric ? by_volume[language] : '') + (weight.is_minimum ? by_minimum[language] : '');
  return {
    en: `${actual_grams} g is charged as ${chargeable_kg} kg, with ${rule.tolerance_grams} g tolerance.${further('en')}`,
    id: `${actual_grams} g dihitung ${chargeable_kg} kg dengan toleransi ${rule.tolerance_grams} g.${further('id')}`,
  };
}

function rateTexts({ quoted }: Said, name: string, amount: string, buyer: string): Texts {
  const is_split = quoted.shipping_discount_idr > 0;
  const split = {
    en: is_split ? ` The buyer pays ${buyer} of it.` : '',
    id: is_split ? ` Pembeli membayar ${buyer}.` : '',
  };
  return quoted.is_rate_given
    ? {
        en: `Shipping cost by ${name}, as entered: ${amount}.${split.en}`,
        id: `Ongkos kirim ${name} sesuai yang diisi: ${amount}.${split.id}`,
      }
    : {
        en: `Fee of the custom courier ${name}: ${amount}.${split.en}`,
        id: `Biaya kurir toko ${name}: ${amount}.${split.id}`,
      };
}

function insuranceTexts({ rule }: Said, courier: string, amount: string, language: Language): Texts {
  const rate = percent(rule.insurance_bp, language);
  const with_shipping = rule.insurance_basis === 'GOODS_AND_SHIPPING';
  const from = rule.insurance_above_idr > 0;
  const above = rupiahText(rule.insurance_above_idr);
  const fixed = rule.insurance_fixed_idr > 0;
  const least = rule.insurance_minimum_idr > 0;
  return {
    en:
      `${courier} insures at ${rate} of ${with_shipping ? 'products and shipping' : 'the products'}` +
      `${from ? ` above ${above}` : ''}${fixed ? ` plus ${rupiahText(rule.insurance_fixed_idr)}` : ''}` +
      `${least ? `, at least ${rupiahText(rule.insurance_minimum_idr)}` : ''}: ${amount}.`,
    id:
      `Asuransi ${courier} ${rate} dari ${with_shipping ? 'harga barang dan ongkir' : 'harga barang'}` +
      `${from ? ` di atas ${above}` : ''}${fixed ? ` ditambah ${rupiahText(rule.insurance_fixed_idr)}` : ''}` +
      `${least ? `, minimal ${rupiahText(rule.insurance_minimum_idr)}` : ''}: ${amount}.`,
  };
}

function codFeeTexts(
  { quoted, rule }: Said,
  courier: string,
  amount: string,
  buyer: string,
  language: Language,
): Texts {
  if (!quoted.is_cod) return { en: 'The order is not cash on delivery.', id: 'Pesanan ini bukan COD.' };
  const rate = percent(rule.cod_fee_bp, language);
  const least = rule.cod_fee_minimum_idr > 0 ? rupiahText(rule.cod_fee_minimum_idr) : undefined;
  return {
    en:
      `${courier} keeps ${rate} of what it collects${least === undefined ? '' : `, at least ${least}`}: ${amount}. ` +
      `The buyer pays ${buyer} of it.`,
    id:
      `${courier} memotong ${rate} dari uang yang ditagih${least === undefined ? '' : `, minimal ${least}`}: ${amount}. ` +
      `Pembeli membayar ${buyer}.`,
  };
}

function roundingTexts({ quoted }: Said, amount: string): Texts {
  const step_idr = quoted.charges.cash_rounding_idr;
  if (!quoted.is_cod || step_idr === 0) return { en: 'Nothing is rounded.', id: 'Tidak ada pembulatan.' };
  const step = rupiahText(step_idr);
  return {
    en: `What is collected is rounded up to a multiple of ${step}: ${amount} more.`,
    id: `Tagihan dibulatkan ke atas menjadi kelipatan ${step}: tambah ${amount}.`,
  };
}
