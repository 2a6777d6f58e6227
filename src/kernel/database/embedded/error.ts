/** Why the embedded database cannot run, as one sentence that tells the operator what to do. */
export class EmbeddedPostgresError extends Error {
  override name = 'EmbeddedPostgresError';
}

/** Another process runs the database of the folder. */
export class EmbeddedPostgresInUse extends EmbeddedPostgresError {}
