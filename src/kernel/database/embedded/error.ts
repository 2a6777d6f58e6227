/** What prevents the embedded database from running, as one sentence that tells the operator what to do. */
export class EmbeddedPostgresError extends Error {
  override name = 'EmbeddedPostgresError';
}

/** Another app runs the database of the folder. */
export class EmbeddedPostgresInUse extends EmbeddedPostgresError {}
