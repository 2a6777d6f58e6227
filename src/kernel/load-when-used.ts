import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * A package that is loaded where it is first used, and not when the product starts: what prints papers, decodes pictures
 * or speaks to vendors would double the memory of a server that does none of it. To load one holds the process for 20
 * to 150 ms, once.
 */
export function loadWhenUsed<Package>(load: (require: NodeJS.Require) => Package): () => Package {
  let loaded: Package | undefined;
  return () => (loaded ??= load(require));
}
