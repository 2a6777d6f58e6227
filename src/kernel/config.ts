import { isIP } from 'node:net';
import { z } from 'zod';
import { readKey } from './sealed/keyring.ts';
import { Secret } from './sealed/secret.ts';

const PROXIES_MOST = 10;

/**
 * Every setting, read from the environment once at start. The README's table is checked against this
 * list, so a setting that is not described here does not exist.
 */
const settings = {
  DATA_DIR: z
    .string()
    .min(1)
    .default('./data')
    .describe('Folder for the embedded database and uploaded files.'),
  HOST: z.string().min(1).default('127.0.0.1').describe('Address to listen on; 0.0.0.0 for all interfaces.'),
  PORT: wholeNumber(0, 65_535).default(3000).describe('Port to listen on; 0 picks a free port.'),
  DATABASE_URL: z
    .string()
    .regex(
      /^postgres(ql)?:\/\//,
      'must start with postgres://, like postgres://user:password@host:5432/ngorder',
    )
    .optional()
    .describe('Use this PostgreSQL server (15 or newer) instead of the embedded one.'),
  DATABASE_POOL_SIZE: wholeNumber(1, 200).default(16).describe('Maximum number of database connections.'),
  MAX_REQUESTS_IN_FLIGHT: wholeNumber(1, 10_000)
    .optional()
    .describe(
      'Maximum number of requests processed at once. Further requests wait in a queue; when the queue is full ' +
        'they are refused with 503. Default: DATABASE_POOL_SIZE.',
    ),
  SECRET_KEY: z
    .string()
    .transform((text) => text.split(',').flatMap((key) => readKey(key.trim()) ?? text))
    .refine(
      areKeys,
      'must be 32 bytes in base64, as created by `openssl rand -base64 32`; separate several with commas',
    )
    .optional()
    .describe(
      'Key for sealing secrets in the database (32 bytes in base64), followed by older keys, separated by commas. All processes need the same value. Default: a key that is created once in DATA_DIR/secret-keys.',
    ),
  PUBLIC_URL: z
    .string()
    .refine(isOrigin, 'must be like https://api.example.com, without a slash at the end')
    // As browsers write it in Origin: small letters, and no port where it is the usual one.
    .transform((address) => new URL(address).origin)
    .optional()
    .describe(
      'Public address of the server, used in links. Default: the Host header of the request; in mails, the ' +
        'address the server listens on.',
    ),
  TRUST_PROXY: proxies()
    .default(false)
    .describe(
      'Which proxies to trust for X-Forwarded-* headers: false, true (one proxy in front of the server), the ' +
        'number of proxies, or networks such as 10.0.0.0/8, loopback.',
    ),
  CORS_ORIGINS: z
    .string()
    .transform((text) => text.split(',').map((origin) => origin.trim()))
    .refine(
      (origins) => origins.every((origin) => isOriginWord(origin) || isOrigin(origin)),
      'must be origins like https://toko.example.com, separated by commas, or shops, or *',
    )
    .transform((origins) => origins.map((origin) => (isOriginWord(origin) ? origin : new URL(origin).origin)))
    .default([])
    .describe(
      'Origins whose pages may use the API from a browser, like https://toko.example.com, separated by commas; `shops`: ' +
        'each shop decides for itself (`PUT /api/open/shop/origin`); * for all. They send a key or token; cookies are not accepted from them. Default: none.',
    ),
  RATE_LIMIT_PER_MINUTE: wholeNumber(0, 1_000_000)
    .default(600)
    .describe(
      'Requests per minute for each API key or session (for each address when not signed in); 0 = no limit.',
    ),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
    .default('info')
    .describe('Log level. Logs are JSON lines on standard output.'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^/]+$/, 'must be like smtp://user:password@mail.example.com:587')
    .optional()
    .describe(
      'Mail server; smtps:// for TLS from the start. Without a mail server, mails are stored in the outbox and ' +
        'can be read there.',
    ),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s<>@]+@[^\s<>@]+>?$/, 'must be like Ngorder <no-reply@example.com>')
    .optional()
    .describe('Sender address of mails; required with SMTP_URL.'),
  S3_ENDPOINT: z
    .string()
    .regex(/^https?:\/\/[^/]+$/, 'must be like https://s3.example.com')
    .optional()
    .describe('S3-compatible storage for files, instead of DATA_DIR/files.'),
  S3_BUCKET: z.string().min(1).optional().describe('Bucket for files.'),
  S3_REGION: z.string().min(1).default('us-east-1').describe('Region of the bucket.'),
  S3_ACCESS_KEY_ID: z.string().min(1).optional().describe('Access key ID for the bucket.'),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional().describe('Secret access key for the bucket.'),
  S3_PUBLIC_URL: z
    .string()
    .regex(/^https?:\/\/.*[^/]$/, 'must be an address without a slash at the end')
    .optional()
    .describe('Public address of the bucket. Default: S3_ENDPOINT/S3_BUCKET.'),
  REFUND_FEE_IDR: wholeNumber(0, 1_000_000)
    .default(5_500)
    .describe('Rupiah that rejecting an order costs a shop if it was paid by the payment gateway.'),
  BITESHIP_URL: vendorAddress('https://api.biteship.com').describe('Address of the Biteship API.'),
  RAJAONGKIR_URL: vendorAddress('https://rajaongkir.komerce.id/api/v1').describe(
    'Address of the RajaOngkir API (by Komerce).',
  ),
  SHIPPER_URL: vendorAddress('https://merchant-api.shipper.id').describe(
    'Address of the Shipper API; https://merchant-api-sandbox.shipper.id for its sandbox.',
  ),
  WHATSAPP_URL: vendorAddress('https://graph.facebook.com/v23.0').describe(
    'Address of the WhatsApp Cloud API (by Meta), with its version.',
  ),
  BILLING: z
    .enum(['off', 'on'])
    .default('off')
    .describe(
      'Whether shops pay the operator for packages. off: every shop has all of them without end. on: packages end, have ' +
        'limits, and are paid through the payment gateway of the installation, which GATEWAY must name.',
    ),
  BILLING_PACKAGES: z
    .string()
    .min(1)
    .optional()
    .describe(
      'JSON file with the packages, their prices and who issues the invoices, in the form of src/modules/packages/data/packages.json, ' +
        'which is the default.',
    ),
  GATEWAY: z
    .enum(['off', 'xendit', 'sandbox'])
    .default('off')
    .describe(
      'Payment gateway of the installation, whose money becomes the OrderPay balance of the shops: off, xendit, or sandbox ' +
        '(built in, for trials: no money moves). Shops can have a Xendit account of their own in any case.',
    ),
  XENDIT_URL: vendorAddress('https://api.xendit.co').describe('Address of the Xendit API.'),
  XENDIT_KEY: secret()
    .optional()
    .describe('Secret API key of the installation at Xendit; required with GATEWAY=xendit.'),
  XENDIT_CALLBACK_TOKEN: secret()
    .optional()
    .describe(
      'Verification token of its callbacks, from the dashboard of Xendit; required with GATEWAY=xendit.',
    ),
  WEBHOOK_NETWORKS: z
    .string()
    .transform((text) => text.split(',').map((network) => network.trim()))
    .refine(
      (networks) => networks.every(isAddressRange),
      'must be addresses or networks like 192.168.1.20 or 10.0.0.0/8, separated by commas',
    )
    .default([])
    .describe(
      'Private addresses and networks that webhooks of shops may reach, also without TLS, like 192.168.1.20 or 10.0.0.0/8, ' +
        'separated by commas. Default: none; webhooks go by https to the public internet.',
    ),
  FCM_SERVICE_ACCOUNT: z
    .string()
    .min(1)
    .optional()
    .describe(
      'JSON file with the key of a service account of Firebase, for pushing notifications to apps (Firebase Cloud Messaging). ' +
        'Default: notifications are pushed to browsers only, which needs no account.',
    ),
  FCM_URL: vendorAddress('https://fcm.googleapis.com').describe(
    'Address of the API of Firebase Cloud Messaging.',
  ),
  WITHDRAWAL_MIN_IDR: wholeNumber(1, 1_000_000_000)
    .default(50_000)
    .describe('Minimum amount of a withdrawal from OrderPay, in rupiah.'),
  WITHDRAWAL_FEE_IDR: wholeNumber(0, 1_000_000_000)
    .default(45_000)
    .describe('Admin fee of a withdrawal, in rupiah, added to its amount.'),
};

const schema = z.object(settings).superRefine((config, context) => {
  if (config.SMTP_URL !== undefined && config.MAIL_FROM === undefined)
    context.addIssue({ code: 'custom', path: ['MAIL_FROM'], message: 'must be set when SMTP_URL is' });
  if (config.BILLING === 'on' && config.GATEWAY === 'off')
    context.addIssue({ code: 'custom', path: ['BILLING'], message: 'can be on only with a GATEWAY' });
  if (config.GATEWAY === 'xendit')
    for (const name of ['XENDIT_KEY', 'XENDIT_CALLBACK_TOKEN'] as const)
      if (config[name] === undefined)
        context.addIssue({ code: 'custom', path: [name], message: 'must be set when GATEWAY is xendit' });
  if (config.S3_ENDPOINT === undefined) return;
  for (const name of ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const)
    if (config[name] === undefined)
      context.addIssue({ code: 'custom', path: [name], message: 'must be set when S3_ENDPOINT is' });
});

export type Config = z.output<typeof schema>;

/** Name, default and meaning of every setting, for the documentation. */
export const settingsTable = Object.entries(settings).map(([name, type]) => ({
  name,
  default: String(z.safeParse(z.object({ [name]: type }), {}).data?.[name] ?? ''),
  description: type.description ?? '',
}));

export class ConfigError extends Error {}

/**
 * Reads the settings from environment variables; an empty one counts as not set.
 * @throws ConfigError with a sentence per wrong setting that says what to write.
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.keys(settings).flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])),
  );
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const sentences = result.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    const value =
      /SECRET|KEY|TOKEN/.test(name) || name === 'DATABASE_URL' || name === 'SMTP_URL'
        ? '(hidden)'
        : JSON.stringify(given[name] ?? '');
    return `${name} is ${value}: it ${allowed(issue)}.`;
  });
  throw new ConfigError(sentences.join('\n'));
}

function allowed(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.join(', ')}`;
  return issue.message;
}

/** Where requests with the shops' keys go: the operator alone says it. */
function vendorAddress(usual: string) {
  return z
    .string()
    .regex(/^https?:\/\/.*[^/]$/, 'must be an address without a slash at the end')
    .default(usual);
}

/** What a request can carry; it is shown nowhere. */
function secret() {
  return z
    .string()
    .regex(/^[!-~]+$/, 'must have no blanks')
    .transform((text) => new Secret(text));
}

function wholeNumber(min: number, max: number) {
  const message = `must be a whole number from ${min} to ${max}`;
  return z.preprocess(
    (value) => (typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value),
    z.int({ message }).min(min, message).max(max, message),
  );
}

function areKeys(keys: (Secret | string)[]): keys is Secret[] {
  return keys.every((key) => key instanceof Secret);
}

/** Words in the place of an origin: all origins, and those that shops allow. */
const isOriginWord = (origin: string) => origin === '*' || origin === 'shops';

/** Whether it is an origin, in whatever letter case, with or without the usual port. */
export function isOrigin(address: string): boolean {
  return /^https?:\/\/[^/?#@\\\s]+$/.test(address) && URL.canParse(address);
}

/** false, a number of proxies that requests pass one after the other, or the networks that they stand in. */
function proxies() {
  const message = `must be true (one proxy), false, a number of proxies up to ${PROXIES_MOST}, or their addresses or networks, like 10.0.0.0/8,192.0.2.7 or loopback`;
  const schema = z.custom<false | number | string[]>(areProxies, { error: message });
  return z.preprocess(readProxies, schema);
}

function readProxies(value: unknown): unknown {
  const text = String(value).trim().toLowerCase();
  if (text === 'true') return 1;
  if (text === 'false' || text === '0') return false;
  return /^\d+$/.test(text) ? Number(text) : text.split(',').map((network) => network.trim());
}

function areProxies(read: unknown): boolean {
  if (typeof read === 'number') return read >= 1 && read <= PROXIES_MOST;
  return read === false || (Array.isArray(read) && read.every(isNetwork));
}

/** An address, a network in CIDR notation, or a word for the private ones. Never all addresses: those are no proxies. */
function isNetwork(text: unknown): boolean {
  if (typeof text !== 'string') return false;
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  return isAddressRange(text);
}

/** An address, or a network in CIDR notation that is not all addresses. */
function isAddressRange(text: string): boolean {
  const [, address = '', prefix] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const bits = { 4: 32, 6: 128 }[isIP(address)];
  return bits !== undefined && (prefix === undefined || (Number(prefix) >= 1 && Number(prefix) <= bits));
}
