import type { z } from 'zod';
import { indonesianDay, startOfDay, today } from '../../kernel/calendar.ts';
import type { Context } from '../../kernel/context.ts';
import type { Language } from '../../kernel/language.ts';
import {
  findOffer,
  PACKAGE_CLASSES,
  packagesOf,
  priceListOf,
  type PackageClass,
  type Term,
} from '../packages/index.ts';
import type { Addon } from './schemas.ts';
import { packageBadge } from './serve-badges.ts';

type Row = z.input<typeof Addon>;

const WORDS = {
  en: {
    upgrade: 'Upgrade',
    renew: 'Renew now',
    more: 'Add credit',
    ended: 'Expired',
    ends: (day: string) => `Expires on ${day}`,
  },
  id: {
    upgrade: 'Upgrade',
    renew: 'Perpanjang Sekarang',
    more: 'Tambah Credit',
    ended: 'Layanan Expired',
    ends: (day: string) => `Expired Pada ${day}`,
  },
} satisfies Record<Language, Record<string, unknown>>;

/**
 * The packages that the shop has, also those that have ended. Where shops do not pay for them, all that the product has:
 * active, without end, and with nothing to buy.
 */
export async function listAddons(context: Context): Promise<Row[]> {
  const list = priceListOf(context.config);
  if (context.config.BILLING === 'off')
    return list.self_hosted.flatMap((code, index) => {
      const offer = findOffer(list, code);
      return offer === undefined ? [] : [active(context, offer.class, offer.name, index)];
    });
  const having = await packagesOf(context);
  const app = having.some((term) => term.class === 'app')
    ? []
    : [{ class: 'app' as const, package: '', ends_on: null, credit: null }];
  return [...app, ...having]
    .toSorted((a, b) => PACKAGE_CLASSES.indexOf(a.class) - PACKAGE_CLASSES.indexOf(b.class))
    .map((term, index) => present(context, term, index));
}

function active(context: Context, of_class: PackageClass, name: string, index: number): Row {
  return {
    sort: index + 1,
    class: of_class,
    button_title: '',
    message: null,
    sub_message: null,
    active: true,
    logo: context.base_url + packageBadge(of_class),
    link: '',
    package: name,
    code: null,
    ends_on: null,
    credit: null,
  };
}

function present(context: Context, term: Term & { class: PackageClass }, index: number): Row {
  const { language, shop, clock, base_url, config } = context;
  const words = WORDS[language];
  const list = priceListOf(config);
  const { ends_on, credit } = term;
  const has_ended = ends_on !== null && ends_on < today(clock, shop.time_zone);
  const is_used_up = credit === 0;
  const name = term.package === '' ? list.free.name : (findOffer(list, term.package)?.name ?? term.package);
  return {
    ...active(context, term.class, name, index),
    button_title: has_ended ? words.renew : ends_on === null && credit !== null ? words.more : words.upgrade,
    message: credit === null ? null : `Credit: ${credit}`,
    sub_message: has_ended ? words.ended : ends_on === null ? null : words.ends(endText(ends_on, context)),
    active: !has_ended && !is_used_up,
    link: `${base_url}/upgrade?${term.class}=${term.package}`,
    code: term.package === '' ? null : term.package,
    ends_on,
    credit,
  };
}

/** Rabu, 26 Jan 2022, or 2022-01-26. */
function endText(ends_on: string, { language, shop }: Context): string {
  return language === 'id' ? indonesianDay(startOfDay(ends_on, shop.time_zone), shop.time_zone) : ends_on;
}
