export { createClient, type CallOptions, type Client, type ClientOptions, type File } from './client.ts';
export { ConnectionError, NgorderError } from './errors.ts';
export type { ServerEvent } from './events.ts';
export type { Input, ListOperation, Operation, Output, Row } from './types.ts';
export type { components } from './api.generated.ts';
