export { forgetUnknownCallbacks, unknownCallbacks } from './unknown-callbacks.ts';
