import type { Language } from './language.ts';
import { limits } from './limits.ts';

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
 * What the caller is told in place of an answer. A use-case throws it, its transaction is rolled back,
 * and the HTTP kernel turns it into the error answer in the caller's language.
 */
export class Refusal extends Error {
  /** The first `limits.faults_told`. */
  readonly parts: RefusalPart[];
  /** How many faults were found beside those. */
  readonly more_faults: number;
  /** Seconds after which trying again makes sense. */
  readonly retry_after_s: number | undefined;

  constructor(parts: RefusalPart[], options: { retry_after_s?: number } = {}) {
    const told = parts.slice(0, limits.faults_told);
    super(told.map((part) => part.code).join(', '));
    this.parts = told;
    this.more_faults = parts.length - told.length;
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

/** The text of a code in the caller's language, with its values filled in. */
export function errorText(part: RefusalPart, language: Language): string {
  const text = table.get(part.code)?.[language] ?? part.code;
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(part.values?.[name] ?? ''));
}

export const kernelErrors = defineErrors({
  invalid_input: {
    status: 422,
    en: 'The {field} is not valid.',
    id: '{field} tidak benar.',
    explanation:
      'A field of the request is missing or has a value that is not allowed. `message` names each field.',
  },
  more_faults: {
    status: 422,
    en: 'There are {count} more faults, which are not told. Correct these first.',
    id: 'Ada {count} kesalahan lain yang tidak disebutkan. Perbaiki yang ini dulu.',
    explanation:
      'The first 200 faults are told, each by its field. Where very many were found, the rest was not looked at, and there may be more.',
  },
  unreadable_body: {
    status: 400,
    en: 'The body of the request could not be read: send valid JSON with Content-Type: application/json.',
    id: 'Isi permintaan tidak terbaca: kirim JSON yang benar dengan Content-Type: application/json.',
    explanation: 'The body is not valid JSON (or not the form that Content-Type names), or is cut off.',
  },
  unreadable_request: {
    status: 400,
    en: 'This is not a readable HTTP request.',
    id: 'Ini bukan permintaan HTTP yang terbaca.',
    explanation: 'The request line or a header breaks the rules of HTTP. The connection is closed.',
  },
  headers_too_large: {
    status: 431,
    en: 'The address and headers of the request are too large.',
    id: 'Alamat dan header permintaan terlalu besar.',
    explanation: 'Address, cookies and other headers together may take 16 KB. Send long input in the body.',
  },
  request_timeout: {
    status: 408,
    en: 'The request took too long to arrive.',
    id: 'Permintaan terlalu lama sampai.',
    explanation: 'The whole request must arrive within 30 seconds. Nothing was changed; send it again.',
  },
  unsupported_media_type: {
    status: 415,
    en: 'Send the body as application/json, application/x-www-form-urlencoded or multipart/form-data.',
    id: 'Kirim isi permintaan sebagai application/json, application/x-www-form-urlencoded, atau multipart/form-data.',
    explanation: 'The Content-Type of the request is none that this endpoint reads.',
  },
  body_too_large: {
    status: 413,
    en: 'The request is larger than {limit} allows.',
    id: 'Permintaan lebih besar dari batas {limit}.',
    explanation: 'The body or the uploaded file is over the limit of the endpoint.',
  },
  body_too_complex: {
    status: 413,
    en: 'The body has more than {values} values, {fields} fields in one object, or {depth} levels of lists and objects in each other.',
    id: 'Isi permintaan punya lebih dari {values} nilai, {fields} kolom dalam satu objek, atau {depth} tingkat daftar dan objek di dalamnya.',
    explanation: 'No request of this API needs so many. Divide it over several requests.',
  },
  too_many_parameters: {
    status: 413,
    en: 'The request has more than {limit} parameters in its query string or form.',
    id: 'Permintaan punya lebih dari {limit} parameter di query string atau formulir.',
    explanation: 'Send long lists as JSON.',
  },
  unauthenticated: {
    status: 401,
    en: 'Sign in or send a valid API key: Authorization: Bearer KEY.',
    id: 'Masuk dahulu atau kirim API key yang berlaku: Authorization: Bearer KEY.',
    explanation: 'No key or session was sent, or it has expired or was revoked.',
  },
  forbidden: {
    status: 403,
    en: 'Your role may not do this.',
    id: 'Peran Anda tidak berhak melakukan ini.',
    explanation: 'The user behind the key or session has a role that may not use this endpoint.',
  },
  field_hidden: {
    status: 403,
    en: 'Your role may not see the {field}, so it can not set it. Leave it out.',
    id: 'Peran Anda tidak boleh melihat {field}, jadi tidak dapat mengisinya. Kosongkan saja.',
    explanation:
      'What a role may not read it can not change, nor filter by. Left out, null or blank it stays as it is.',
  },
  session_needed: {
    status: 403,
    en: 'An API key may not do this. Sign in with email and password.',
    id: 'API key tidak boleh melakukan ini. Masuklah dengan email dan kata sandi.',
    explanation:
      'Passwords, users, keys and sessions are for a signed-in person alone, so that a key that leaked opens no more than it did.',
  },
  password_needed: {
    status: 403,
    en: 'Confirm your password first: send it as current_password, or to POST /api/account/confirm-password, and try again.',
    id: 'Konfirmasi kata sandi dahulu: kirim sebagai current_password, atau ke POST /api/account/confirm-password, lalu coba lagi.',
    explanation:
      'Changing users, keys, sessions and passwords needs a login, or a password that was confirmed, of the last ten minutes.',
  },
  cross_site: {
    status: 403,
    en: 'A signed-in browser may change data from its own site only.',
    id: 'Browser yang sudah masuk hanya boleh mengubah data dari situsnya sendiri.',
    explanation:
      'A request with the session cookie came from another site and was refused, as it may be forged.',
  },
  not_found: {
    status: 404,
    en: 'Not found.',
    id: 'Tidak ditemukan.',
    explanation: 'No such address, or no such row in your shop.',
  },
  method_not_allowed: {
    status: 405,
    en: 'This address does not know that method. Allowed: {allowed}.',
    id: 'Alamat ini tidak mengenal metode tersebut. Yang boleh: {allowed}.',
    explanation: 'The path exists, with other methods.',
  },
  precondition_failed: {
    status: 412,
    en: 'The file is not the one that If-Match or If-Unmodified-Since names.',
    id: 'Berkas ini bukan yang disebut If-Match atau If-Unmodified-Since.',
    explanation: 'The condition in the headers of the request does not hold. Ask without it.',
  },
  range_not_satisfiable: {
    status: 416,
    en: 'The file has no such part.',
    id: 'Berkas ini tidak mempunyai bagian itu.',
    explanation: 'The Range of the request begins behind the end of the file.',
  },
  field_not_found: {
    status: 422,
    en: 'The selected {field} does not exist.',
    id: '{field} yang dipilih tidak ada.',
    explanation: 'An id in the input names no row of your shop.',
  },
  idempotency_key_invalid: {
    status: 400,
    en: 'Idempotency-Key must have 1 to 255 characters.',
    id: 'Idempotency-Key harus 1 sampai 255 karakter.',
    explanation: 'Use a fresh random value, as a UUID, for each thing to be done.',
  },
  idempotency_key_reused: {
    status: 422,
    en: 'This Idempotency-Key was used for another request. Use a new key.',
    id: 'Idempotency-Key ini sudah dipakai untuk permintaan lain. Gunakan key baru.',
    explanation: 'The same key came with another address or body within seven days.',
  },
  idempotency_in_flight: {
    status: 409,
    en: 'A request with this Idempotency-Key is still running. Try again in a moment.',
    id: 'Permintaan dengan Idempotency-Key ini masih berjalan. Coba lagi sebentar lagi.',
    explanation: 'The first request with the key has not ended yet; when it has, the retry gets its answer.',
  },
  rate_limited: {
    status: 429,
    en: 'Too many requests. Try again in {seconds} seconds.',
    id: 'Terlalu banyak permintaan. Coba lagi dalam {seconds} detik.',
    explanation: 'The limit of requests a minute is used up. See the RateLimit headers.',
  },
  conflict: {
    status: 409,
    en: 'Somebody changed the same data at the same moment. Try again.',
    id: 'Data yang sama sedang diubah pihak lain. Coba lagi.',
    explanation: 'Two requests wanted the same rows; this one was undone as a whole and can be sent again.',
  },
  overloaded: {
    status: 503,
    en: 'Too many requests at once. Nothing was done; try again in {seconds} seconds.',
    id: 'Terlalu banyak permintaan sekaligus. Belum ada yang dilakukan; coba lagi dalam {seconds} detik.',
    explanation:
      'More came at once than can be worked on soon. The request was refused before anything was done with it, so ' +
      'that it can be sent again as it is. Each shop has its share: send fewer requests at a time.',
  },
  unavailable: {
    status: 503,
    en: 'The service is busy or restarting. Try again in a moment.',
    id: 'Layanan sedang sibuk atau dimulai ulang. Coba lagi sebentar lagi.',
    explanation:
      'The database did not answer in time, or is being restarted. What was asked for was not done; only where the ' +
      'connection was lost at the very end it may have been. Sent again with the same Idempotency-Key it is done once.',
  },
  internal: {
    status: 500,
    en: 'Something went wrong on our side. Give support the request id.',
    id: 'Terjadi kesalahan di pihak kami. Berikan request id kepada dukungan.',
    explanation: 'An error of ours. Nothing was changed. The log has the request id.',
  },
});
