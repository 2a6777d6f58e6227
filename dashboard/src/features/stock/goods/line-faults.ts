import { fieldErrors } from '../../../ui/explain.ts';

const LINE = /^stock_adjustment\.(\d+)\./;

/** What the server refused of which goods. @param ids those that were sent, in their order */
export function lineFaults(error: unknown, ids: readonly number[]): ReadonlyMap<number, string> {
  return new Map(
    Object.entries(fieldErrors(error)).flatMap(([field, sentence]) => {
      const place = LINE.exec(field)?.[1];
      const id = place === undefined ? undefined : ids[Number(place)];
      return id === undefined ? [] : [[id, sentence]];
    }),
  );
}
