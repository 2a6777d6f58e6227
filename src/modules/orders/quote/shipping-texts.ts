import type { Language } from '../../../kernel/language.ts';
import { rupiahText } from '../../../kernel/money.ts';
import { ESTIMATES, type ChargeRule, type chargeableWeight } from '../../couriers/index.ts';
import { codFeeName } from '../place/cod-fee.ts';
import { COD_ROUNDING } from '../place/round-cod.ts';
import type { QuotedRate } from './quote-rate.ts';
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
      COD_FEE: pick(codFeeName(courier.name)),
      ROUNDING: pick(COD_ROUNDING),
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
  const origin = rateOrigin(quoted.rate, name, amount);
  return {
    en: origin.en + (is_split ? ` The buyer pays ${buyer} of it.` : ''),
    id: origin.id + (is_split ? ` Pembeli membayar ${buyer}.` : ''),
  };
}

function rateOrigin(rate: QuotedRate, name: string, amount: string): Texts {
  switch (rate.source) {
    case 'GIVEN':
      return {
        en: `Shipping cost by ${name}, as entered: ${amount}.`,
        id: `Ongkos kirim ${name} sesuai yang diisi: ${amount}.`,
      };
    case 'CUSTOM_COURIER':
      return {
        en: `Fee of the custom courier ${name}: ${amount}.`,
        id: `Biaya kurir toko ${name}: ${amount}.`,
      };
    case 'PICKUP':
      return {
        en: 'The customer picks up the order: no shipping cost.',
        id: 'Pesanan diambil sendiri: tanpa ongkos kirim.',
      };
    case 'TARIFF':
    case 'ESTIMATE':
      return pricedTexts(rate, name, amount);
    case 'NONE':
      return unpricedTexts(rate, name);
  }
}

function pricedTexts(
  { source, tariff, destination }: Extract<QuotedRate, { tariff: unknown }>,
  name: string,
  amount: string,
): Texts {
  const place = `${destination.name}, ${destination.city}`;
  const [first, next] = [rupiahText(tariff.first_kg_idr), rupiahText(tariff.next_kg_idr)];
  return source === 'TARIFF'
    ? {
        en: `Shipping cost by ${name} to ${place} by the tariff of the shop, ${first} for the first kg and ${next} for each further one: ${amount}.`,
        id: `Ongkos kirim ${name} ke ${place} menurut tarif toko, ${first} untuk kg pertama dan ${next} untuk setiap kg berikutnya: ${amount}.`,
      }
    : {
        en: `Shipping cost by ${name} to ${place}, an estimate of ${ESTIMATES.date}, ${first} for the first kg and ${next} for each further one: ${amount}. The courier may charge another price.`,
        id: `Ongkos kirim ${name} ke ${place}, perkiraan per ${ESTIMATES.date}, ${first} untuk kg pertama dan ${next} untuk setiap kg berikutnya: ${amount}. Tarif kurir bisa berbeda.`,
      };
}

function unpricedTexts(
  { missing, destination }: Extract<QuotedRate, { source: 'NONE' }>,
  name: string,
): Texts {
  const by_hand = {
    en: 'Enter the shipping cost by hand in expedition.rate',
    id: 'Isi ongkos kirim secara manual di expedition.rate',
  };
  if (missing === 'TARIFF') {
    const place = destination === undefined ? '' : ` ${destination.name}, ${destination.city}`;
    return {
      en: `There is no tariff of ${name}${place && ` to${place}`}. ${by_hand.en}, or set a tariff for the courier.`,
      id: `Tidak ada tarif ${name}${place && ` ke${place}`}. ${by_hand.id}, atau atur tarif kurir.`,
    };
  }
  const is_origin = missing === 'ORIGIN';
  return {
    en: `The district of the ${is_origin ? 'supplier' : 'receiver'} is not known, so there is no price. ${by_hand.en}, or choose a ${is_origin ? 'supplier' : 'receiver'} with a district.`,
    id: `Kecamatan ${is_origin ? 'supplier' : 'penerima'} tidak diketahui, sehingga tidak ada tarif. ${by_hand.id}, atau pilih ${is_origin ? 'supplier' : 'penerima'} yang kecamatannya terisi.`,
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
