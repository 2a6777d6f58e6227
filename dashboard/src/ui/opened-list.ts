/** A list of the API that shows what a number counts, as the server names it. */
export interface OpenedList {
  operation: string;
  query: Readonly<Record<string, string>>;
}

/** Which screen shows the list of an operation, with the same parameters in its address. */
const PAGES: Readonly<Record<string, string>> = {
  listOrders: '/orders',
  listClosedOrders: '/orders/closed',
  listJobs: '/jobs',
  listRunningOut: '/stock/running-out',
  listReturns: '/shipping/returns',
  listCodParcels: '/shipping/cod',
};

/** Where the rows behind a number are seen; undefined where no screen has this list. */
export function placeOf({
  operation,
  query,
}: OpenedList): { to: string; search: Record<string, string> } | undefined {
  const to = PAGES[operation];
  return to === undefined ? undefined : { to, search: { ...query } };
}
