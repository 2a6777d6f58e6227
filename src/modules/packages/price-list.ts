import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Config } from '../../kernel/config.ts';
import ours from './data/packages.json' with { type: 'json' };

/** What packages are of, in the order in which they are listed; a shop has one of each at most. */
export const PACKAGE_CLASSES = ['app', 'storefront', 'shopee', 'sms', 'mutation', 'woowa'] as const;
export type PackageClass = (typeof PACKAGE_CLASSES)[number];

const Limits = z.strictObject({
  /** null: as many as docs/limits.md allows. */
  users: z.int().min(1).nullable(),
  warehouses: z.int().min(1).nullable(),
  api_keys: z.boolean(),
});

const code = z.string().regex(/^[a-z0-9-]{1,40}$/);
const name = z.string().min(1).max(60);
const level = z.string().regex(/^[A-Z]{1,20}$/);

const Offer = z
  .strictObject({
    code,
    class: z.enum(PACKAGE_CLASSES),
    name,
    /** null: it ends when its credit is used up. */
    months: z.int().min(1).max(60).nullable(),
    credit: z.int().min(1).nullable(),
    price_idr: z.int().min(1),
    level: level.optional(),
    limits: Limits.optional(),
  })
  .refine((offer) => (offer.class === 'app') === (offer.level !== undefined && offer.limits !== undefined), {
    message: 'packages of the class app, and no others, have a level and limits',
  })
  .refine(({ months, credit }) => months !== null || credit !== null, {
    message: 'has neither months nor credit',
  });

const PriceListFile = z
  .strictObject({
    issuer: z.strictObject({ name, address: z.string().max(200), email: z.string().max(200) }),
    self_hosted: z.array(code),
    starts_with: z.strictObject({ days: z.int().min(1), packages: z.array(code) }),
    free: z.strictObject({ name, level, limits: Limits }),
    packages: z.array(Offer).min(1).max(100),
  })
  .superRefine(({ packages, self_hosted, starts_with }, context) => {
    const codes = packages.map((offer) => offer.code);
    for (const twice of codes.filter((one, index) => codes.indexOf(one) !== index))
      context.addIssue({ code: 'custom', message: `${twice} is listed twice` });
    for (const named of [...self_hosted, ...starts_with.packages])
      if (!codes.includes(named))
        context.addIssue({ code: 'custom', message: `there is no package ${named}` });
    // It is what says that a shop has started, and what its class is.
    const apps = packages.filter(
      (offer) => offer.class === 'app' && starts_with.packages.includes(offer.code),
    );
    if (apps.length !== 1)
      context.addIssue({ code: 'custom', message: 'starts_with needs one package of the class app' });
  });

/** What the platform sells, to whom it gives what, and who it is. */
export type PriceList = z.output<typeof PriceListFile>;
/** A package that can be ordered. */
export type PackageOffer = PriceList['packages'][number];
export type PackageLimits = z.output<typeof Limits>;

const known = new WeakMap<object, PriceList>();

/**
 * The list of the installation: the file that BILLING_PACKAGES names, else ours. Read once.
 * @throws Error that says what is wrong with the operator's file
 */
export function priceListOf(config: Config): PriceList {
  const read = known.get(config) ?? readPriceList(config.BILLING_PACKAGES);
  known.set(config, read);
  return read;
}

function readPriceList(path: string | undefined): PriceList {
  if (path === undefined) return PriceListFile.parse(ours);
  try {
    return PriceListFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
    throw new Error(`BILLING_PACKAGES is ${path}, which is no list of packages: ${why}`, { cause: error });
  }
}

/** The package of a code; undefined where it is not sold any more. */
export function findOffer(list: PriceList, wanted: string): PackageOffer | undefined {
  return list.packages.find((offer) => offer.code === wanted);
}
