import { z } from 'zod';
import { data, success } from '../../kernel/http/answer.ts';
import { route, type Route } from '../../kernel/http/route.ts';
import { listViews } from './list-views.ts';
import { deletePreference, listPreferences, setPreference } from './preferences.ts';
import { createView, deleteView, updateView } from './save-view.ts';
import {
  CreateViewInput,
  ListViewsInput,
  Preference,
  PreferenceDeleted,
  PreferenceNameInput,
  SavedView,
  SetPreferenceInput,
  UpdateViewInput,
  ViewDeleted,
  ViewIdInput,
} from './schemas.ts';

const section = 'View';
const permission = 'views.write';
const DELETED = { en: 'Data has been deleted', id: 'Data telah dihapus' };

export const viewRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/open/view',
    operation: 'listViews',
    section,
    summary: 'List saved views of a list',
    description: 'Your own, and those that are shared with the shop.',
    permission,
    input: ListViewsInput,
    answer: data(z.array(SavedView)),
    run: listViews,
  }),
  route({
    method: 'POST',
    path: '/api/open/view',
    operation: 'createView',
    section,
    summary: 'Save a view of a list',
    permission,
    input: CreateViewInput,
    answer: success(SavedView),
    run: createView,
  }),
  route({
    method: 'PATCH',
    path: '/api/open/view',
    operation: 'updateView',
    section,
    summary: 'Update a saved view',
    description: 'Omitted fields stay as they are. Shared views are changed by owners and admins.',
    permission,
    input: UpdateViewInput,
    answer: success(SavedView),
    run: updateView,
  }),
  route({
    method: 'DELETE',
    path: '/api/open/view/:id',
    operation: 'deleteView',
    section,
    summary: 'Delete a saved view',
    description: 'Shared views are deleted by owners and admins.',
    permission,
    input: ViewIdInput,
    answer: success(ViewDeleted, DELETED),
    run: deleteView,
  }),
  route({
    method: 'GET',
    path: '/api/open/preference',
    operation: 'listPreferences',
    section,
    summary: 'List your preferences',
    description:
      'What clients remember for you, such as the columns of a list. An API key has those of its user.',
    permission,
    input: z.object({}),
    answer: data(z.array(Preference)),
    run: listPreferences,
  }),
  route({
    method: 'PUT',
    path: '/api/open/preference/:name',
    operation: 'setPreference',
    section,
    summary: 'Set a preference',
    description: 'The last value stays.',
    permission,
    input: SetPreferenceInput,
    answer: success(Preference),
    run: setPreference,
  }),
  route({
    method: 'DELETE',
    path: '/api/open/preference/:name',
    operation: 'deletePreference',
    section,
    summary: 'Delete a preference',
    permission,
    input: PreferenceNameInput,
    answer: success(PreferenceDeleted, DELETED),
    run: deletePreference,
  }),
];
