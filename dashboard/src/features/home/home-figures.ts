import type { Output } from 'ngorder-sdk';

export type Home = Output<'getHome'>['data'];
