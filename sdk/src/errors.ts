/** What the API refused: nothing was changed. `message` is a sentence in the language of the client. */
export class NgorderError extends Error {
  override readonly name = 'NgorderError';
  /** HTTP status. */
  readonly status: number;
  /** Stable name of the error, as `invalid_input`; each has a page at `docs`. */
  readonly code: string;
  /** Of which fields, and what is wrong with each; empty where it is of none. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  /** By which support finds the request in the server's log. */
  readonly request_id: string;
  readonly docs: string | undefined;
  /** After how long it may be tried again. */
  readonly retry_after_ms: number | undefined;

  constructor(status: number, body: unknown, headers: Headers) {
    const { code, message, request_id, docs } = isRecord(body) ? body : {};
    const fields = isRecord(message) ? textsOf(message) : {};
    super(typeof message === 'string' ? message : sentenceOf(fields) || `HTTP ${status}`);
    this.status = status;
    this.code = typeof code === 'string' ? code : `http_${status}`;
    this.fields = fields;
    this.request_id = typeof request_id === 'string' ? request_id : (headers.get('x-request-id') ?? '');
    this.docs = typeof docs === 'string' ? docs : undefined;
    const seconds = Number(headers.get('retry-after') ?? Number.NaN);
    this.retry_after_ms = Number.isFinite(seconds) ? seconds * 1_000 : undefined;
  }
}

/**
 * No answer came, or none that can be read: whether the request was carried out is not known. The same call with the same
 * `idempotency_key` finds out, and does nothing twice.
 */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textsOf(message: Record<string, unknown>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(message).map(([field, texts]) => [
      field,
      Array.isArray(texts) ? texts.map(String) : [String(texts)],
    ]),
  );
}

function sentenceOf(fields: Readonly<Record<string, readonly string[]>>): string {
  return Object.values(fields).flat().join(' ');
}
