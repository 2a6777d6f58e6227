import type { Language } from './language.ts';
import { limits } from './limits.ts';
import { rupiahText } from './money.ts';

/** An entry of the error table: what a code means, in both languages, and what to do about it. */
export interface ErrorEntry {
  status: number;
  /** The message; `{name}` is replaced by a value of the refusal. */
  en: string;
  id: string;
  /** For the code's page in the docs: why it happens and what the caller can do. */
  explanation: string;
}

export interface RefusalPart {
  code: string;
  values?: Record<string, string | number>;
  /** Dotted path of the input field at fault, as `products.0.qty`. */
  field?: string;
  /** Sent in place of the text where the reference answers with a number. */
  as_number?: number;
}

const table = new Map<string, ErrorEntry>();

/** The whole error table, filled by every module's `defineErrors`. */
export const errorTable: ReadonlyMap<string, ErrorEntry> = table;

/**
 * Refuses a request. A use-case throws it, its transaction is rolled back, and the HTTP kernel turns it into an error
 * response in the language of the caller.
 */
export class Refusal extends Error {
  /** The first `limits.faults_listed`. */
  readonly parts: RefusalPart[];
  /** How many faults were found beside those. */
  readonly more_faults: number;
  /** Seconds after which trying again makes sense. */
  readonly retry_after_s: number | undefined;

  constructor(parts: RefusalPart[], options: { retry_after_s?: number } = {}) {
    const listed = parts.slice(0, limits.faults_listed);
    super(listed.map((part) => part.code).join(', '));
    this.parts = listed;
    this.more_faults = parts.length - listed.length;
    this.retry_after_s = options.retry_after_s;
  }

  get status(): number {
    const code = this.parts[0]?.code ?? '';
    return table.get(code)?.status ?? 500;
  }
}

/**
 * Adds codes to the error table and gives functions that make refusals with them.
 * `part` is for gathering several field errors of one input and throwing them together.
 */
export function defineErrors<Codes extends Record<string, ErrorEntry>>(entries: Codes) {
  type Code = keyof Codes & string;
  for (const [code, entry] of Object.entries(entries)) {
    if (table.has(code)) throw new Error(`error code defined twice: ${code}`);
    table.set(code, entry);
  }
  return {
    refuse: (code: Code, values: Record<string, string | number> = {}) => new Refusal([{ code, values }]),
    refuseField: (code: Code, field: string, values: Record<string, string | number> = {}) =>
      new Refusal([{ code, field, values }]),
    part: (code: Code, field: string, values: Record<string, string | number> = {}): RefusalPart => ({
      code,
      field,
      values,
    }),
  };
}

/** Gathers faults as they are found, and stops looking where `limits.faults_counted` have been. */
export function firstFaults<Fault>(found: Iterable<Fault>): Fault[] {
  const faults: Fault[] = [];
  for (const fault of found) if (faults.push(fault) >= limits.faults_counted) break;
  return faults;
}

/** The text of a code in the caller's language, with its values filled in; a number after Rp is written as money is. */
export function errorText(part: RefusalPart, language: Language): string {
  const text = table.get(part.code)?.[language] ?? part.code;
  return text.replaceAll(/(Rp)?\{(\w+)\}/g, (_, unit: string | undefined, name: string) => {
    const value = part.values?.[name] ?? '';
    if (unit === undefined) return String(value);
    return typeof value === 'number' ? rupiahText(value) : `${unit}${value}`;
  });
}

export const kernelErrors = defineErrors({
  invalid_input: {
    status: 422,
    en: 'The {field} is invalid.',
    id: '{field} tidak valid.',
    explanation:
      'A field of the request is missing or has a value that is not allowed. `message` lists the errors of ' +
      'each field.',
  },
  more_faults: {
    status: 422,
    en: 'There are {count} more errors that are not listed. Correct these first.',
    id: 'Masih ada {count} kesalahan lain yang tidak ditampilkan. Perbaiki kesalahan ini terlebih dahulu.',
    explanation:
      'The response lists the first 200 errors, each under its field. When the input has very many errors, ' +
      'validation stops early and there may be more than counted.',
  },
  unreadable_body: {
    status: 400,
    en: 'The request body could not be read. Send valid JSON with Content-Type: application/json.',
    id: 'Isi request tidak dapat dibaca. Kirim JSON yang valid dengan Content-Type: application/json.',
    explanation: 'The body is not valid JSON, does not match its Content-Type, or is incomplete.',
  },
  unreadable_request: {
    status: 400,
    en: 'The HTTP request is malformed.',
    id: 'Request HTTP tidak valid.',
    explanation: 'The request line or a header violates the HTTP specification. The connection is closed.',
  },
  headers_too_large: {
    status: 431,
    en: 'The URL and headers of the request are too large.',
    id: 'URL dan header request terlalu besar.',
    explanation:
      'The URL, cookies and other headers together can have up to 16 KB. Send long input in the body.',
  },
  request_timeout: {
    status: 408,
    en: 'The request took too long to arrive.',
    id: 'Request terlalu lama diterima server.',
    explanation: 'The complete request must arrive within 30 seconds. Nothing was changed, so you can retry.',
  },
  unsupported_media_type: {
    status: 415,
    en: 'Send the body as application/json, application/x-www-form-urlencoded or multipart/form-data.',
    id: 'Kirim isi request sebagai application/json, application/x-www-form-urlencoded, atau multipart/form-data.',
    explanation: 'The endpoint does not support the Content-Type of the request.',
  },
  body_too_large: {
    status: 413,
    en: 'The request exceeds the limit of {limit}.',
    id: 'Ukuran request melebihi batas {limit}.',
    explanation: 'The body or the uploaded file is larger than this endpoint allows.',
  },
  body_too_complex: {
    status: 413,
    en:
      'The body has more than {values} values, more than {fields} fields in one object, or more than {depth} ' +
      'levels of nesting.',
    id:
      'Isi request melebihi {values} nilai, {fields} kolom dalam satu objek, atau {depth} tingkat objek ' +
      'bersarang.',
    explanation: 'No operation of this API needs that many. Split the data into several requests.',
  },
  too_many_parameters: {
    status: 413,
    en: 'The query string or form has more than {limit} parameters.',
    id: 'Query string atau form berisi lebih dari {limit} parameter.',
    explanation: 'Send long lists as JSON.',
  },
  unauthenticated: {
    status: 401,
    en: 'Sign in, or send a valid API key: Authorization: Bearer KEY.',
    id: 'Silakan masuk, atau kirim API key yang masih berlaku: Authorization: Bearer KEY.',
    explanation: 'The request has no API key or session, or it has expired or was revoked.',
  },
  forbidden: {
    status: 403,
    en: 'Your role does not have permission to do this.',
    id: 'Peran Anda tidak memiliki izin untuk tindakan ini.',
    explanation: 'The user of the API key or session has a role that does not have access to this endpoint.',
  },
  field_hidden: {
    status: 403,
    en: 'Your role cannot see {field} and therefore cannot set it. Leave it out.',
    id: 'Peran Anda tidak dapat melihat {field}, sehingga tidak dapat mengisinya. Kosongkan saja.',
    explanation:
      'A field that a role cannot see cannot be changed or used as a filter by that role. If it is omitted, ' +
      'null or empty, its value does not change.',
  },
  session_needed: {
    status: 403,
    en: 'This is not possible with an API key. Sign in with email and password.',
    id: 'Tindakan ini tidak dapat dilakukan dengan API key. Silakan masuk dengan email dan kata sandi.',
    explanation:
      'Passwords, users, API keys and sessions can only be managed by a signed-in user. A leaked API key ' +
      'therefore cannot be used to gain more access.',
  },
  password_needed: {
    status: 403,
    en:
      'Confirm your password first. Send it as current_password or to POST /api/account/confirm-password, then ' +
      'try again.',
    id:
      'Konfirmasi kata sandi terlebih dahulu. Kirim sebagai current_password atau ke POST ' +
      '/api/account/confirm-password, lalu coba lagi.',
    explanation:
      'To change users, API keys, sessions or passwords, you must have signed in or confirmed your password ' +
      'within the last ten minutes.',
  },
  cross_site: {
    status: 403,
    en: 'A signed-in browser can change data only from this site.',
    id: 'Browser yang sudah masuk hanya dapat mengubah data dari situs ini.',
    explanation:
      'A request with the session cookie came from another website. It was refused because it may be forged.',
  },
  not_found: {
    status: 404,
    en: 'Not found.',
    id: 'Tidak ditemukan.',
    explanation: 'The address does not exist, or the object does not exist in your shop.',
  },
  method_not_allowed: {
    status: 405,
    en: 'This method is not allowed here. Allowed methods: {allowed}.',
    id: 'Metode ini tidak dapat digunakan di sini. Metode yang tersedia: {allowed}.',
    explanation: 'The path exists, but with other methods.',
  },
  precondition_failed: {
    status: 412,
    en: 'The file does not match If-Match or If-Unmodified-Since.',
    id: 'File tidak sesuai dengan If-Match atau If-Unmodified-Since.',
    explanation: 'A precondition in the request headers was not met. Request the file without it.',
  },
  range_not_satisfiable: {
    status: 416,
    en: 'The requested range is outside the file.',
    id: 'Bagian file yang diminta tidak ada.',
    explanation: 'The Range header starts after the end of the file.',
  },
  field_not_found: {
    status: 422,
    en: 'The selected {field} does not exist.',
    id: '{field} yang dipilih tidak ditemukan.',
    explanation: 'An ID in the request does not exist in your shop.',
  },
  period_ends_early: {
    status: 422,
    en: 'The {field} must not be before the {start}.',
    id: '{field} tidak boleh sebelum {start}.',
    explanation: 'The end of a period must be on or after its start.',
  },
  period_month_missing: {
    status: 422,
    en: 'The {field} field is required when type is BY_MONTH.',
    id: '{field} wajib diisi jika type bernilai BY_MONTH.',
    explanation: 'A month is chosen by its number and the last two digits of its year.',
  },
  period_too_long: {
    status: 422,
    en: 'The period can have at most {days} days.',
    id: 'Periode maksimal {days} hari.',
    explanation: 'Reports have figures of each day. Ask for a longer time in parts.',
  },
  idempotency_key_invalid: {
    status: 400,
    en: 'Idempotency-Key must have 1 to 255 characters.',
    id: 'Idempotency-Key harus terdiri dari 1 sampai 255 karakter.',
    explanation: 'Use a new random value, such as a UUID, for each operation.',
  },
  idempotency_key_short: {
    status: 400,
    en: 'Without signing in, an Idempotency-Key must have at least {limit} characters.',
    id: 'Tanpa masuk ke akun, Idempotency-Key harus terdiri dari minimal {limit} karakter.',
    explanation:
      'The key alone says whose request it is, so nobody else may guess it. Use a new random value, such as a UUID.',
  },
  idempotency_key_reused: {
    status: 422,
    en: 'This Idempotency-Key was already used for another request. Use a new key.',
    id: 'Idempotency-Key ini sudah digunakan untuk request lain. Gunakan key baru.',
    explanation: 'The same key was sent with a different address or body within seven days.',
  },
  idempotency_in_flight: {
    status: 409,
    en: 'A request with this Idempotency-Key is still being processed. Try again in a moment.',
    id: 'Request dengan Idempotency-Key ini masih diproses. Silakan coba beberapa saat lagi.',
    explanation:
      'The first request with this key has not finished. Once it has, a retry returns its response.',
  },
  rate_limited: {
    status: 429,
    en: 'Too many requests. Try again in {seconds} seconds.',
    id: 'Terlalu banyak request. Coba lagi dalam {seconds} detik.',
    explanation: 'You have reached the limit of requests per minute. See the RateLimit headers.',
  },
  conflict: {
    status: 409,
    en: 'The same data was changed by another request. Try again.',
    id: 'Data ini baru saja diubah oleh request lain. Silakan coba lagi.',
    explanation:
      'Two requests needed the same data at the same time. This one was rolled back completely and can be ' +
      'retried.',
  },
  overloaded: {
    status: 503,
    en: 'Too many requests at once. Nothing was changed. Try again in {seconds} seconds.',
    id: 'Terlalu banyak request sekaligus. Tidak ada data yang berubah. Coba lagi dalam {seconds} detik.',
    explanation:
      'More requests arrived at once than the server can process soon. This one was refused before it was ' +
      'processed, so you can retry it unchanged. Each shop has a share of the capacity: send fewer requests in ' +
      'parallel.',
  },
  unavailable: {
    status: 503,
    en: 'The service is busy or restarting. Try again in a moment.',
    id: 'Layanan sedang sibuk atau dimulai ulang. Silakan coba beberapa saat lagi.',
    explanation:
      'The database did not respond in time, or is restarting. The operation was not carried out; only if the ' +
      'connection was lost at the very end, it may have been. A retry with the same Idempotency-Key never runs ' +
      'twice.',
  },
  internal: {
    status: 500,
    en: 'Something went wrong on our side. Please contact support with the request ID.',
    id: 'Terjadi kesalahan di sistem kami. Hubungi layanan bantuan dengan menyertakan request ID.',
    explanation:
      'An internal error. Nothing was changed. The server log has the details under the request ID.',
  },
});
