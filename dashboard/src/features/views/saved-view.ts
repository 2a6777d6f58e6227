import type { Input, Output } from 'ngorder-sdk';

export type SavedView = Output<'listViews'>['data'][number];
export type ViewedList = Input<'listViews'>['list'];
