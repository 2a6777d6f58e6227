import type { operations } from './api.generated.ts';

/** Every operation of the API, by its name: `listOrders`, `createOrder` … */
export type Operation = keyof operations;

// eslint-disable-next-line typescript/no-generated-empty-object-type -- an operation without parameters has none
type Empty = Record<never, never>;
type Given<Part> = [Part] extends [never] ? Empty : undefined extends Part ? NonNullable<Part> | Empty : Part;
type Place<Op extends Operation, Name extends 'path' | 'query'> = operations[Op]['parameters'] extends {
  [Key in Name]?: infer Parameters;
}
  ? Exclude<Parameters, undefined>
  : never;
type Body<Op extends Operation> = operations[Op] extends { requestBody?: infer Request }
  ? Exclude<Request, undefined> extends { content: infer Content }
    ? Content extends { 'application/json': infer Json }
      ? Json
      : Content extends { 'multipart/form-data': infer Form }
        ? WithFile<Form>
        : never
    : never
  : never;

/** A file is given as what browsers and Node.js have for one. */
type WithFile<Form> = {
  [Name in keyof Form]: Name extends 'file' | 'image' | 'logo' | 'proof' ? Blob : Form[Name];
};

type Flat<Type> = { [Key in keyof Type]: Type[Key] };

/** All parameters of an operation, wherever they travel: in the path, the query string or the body. */
export type Input<Op extends Operation> = Flat<
  Given<Place<Op, 'path'>> & Given<Place<Op, 'query'>> & Given<Body<Op>>
>;

type Content<Op extends Operation> = operations[Op]['responses'] extends infer Responses
  ? Responses extends { 200: { content: infer Found } }
    ? Found
    : Responses extends { 201: { content: infer Found } }
      ? Found
      : never
  : never;

/** What an operation answers; operations that answer a file only are for `download`. */
export type Output<Op extends Operation> =
  Content<Op> extends { 'application/json': infer Json } ? Json : never;

/** Operations that answer page by page. */
export type ListOperation = {
  [Op in Operation]: Output<Op> extends {
    data: readonly unknown[];
    meta: { pagination: unknown };
  }
    ? Op
    : never;
}[Operation];

/** A row of a list. */
export type Row<Op extends ListOperation> =
  Output<Op> extends { data: readonly (infer Item)[] } ? Item : never;
