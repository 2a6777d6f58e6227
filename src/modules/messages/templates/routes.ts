import { z } from 'zod';
import { data, success } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { listTemplates } from './list-templates.ts';
import { listPlaceholders, previewTemplate } from './preview-template.ts';
import { createTemplate, deleteTemplate, updateTemplate } from './save-template.ts';
import {
  CreateTemplateInput,
  DeleteTemplateInput,
  ListPlaceholdersInput,
  ListTemplatesInput,
  MessagePlaceholder,
  MessagePreview,
  MessageTemplate,
  MessageTemplateReference,
  PreviewTemplateInput,
  UpdateTemplateInput,
} from './schemas.ts';

const PATH = '/api/open/message/template';
const section = 'Message';

export const templateRoutes: Route[] = [
  route({
    method: 'GET',
    path: PATH,
    operation: 'listMessageTemplates',
    section,
    summary: 'List message templates',
    permission: 'messages.read',
    input: ListTemplatesInput,
    answer: data(z.array(MessageTemplate)),
    run: listTemplates,
  }),
  route({
    method: 'POST',
    path: PATH,
    operation: 'createMessageTemplate',
    section,
    summary: 'Create a message template',
    description:
      'Unknown placeholders are refused. What orders are told has one template in each language; notifications and promos can have several.',
    permission: 'messages.send',
    status: 201,
    input: CreateTemplateInput,
    answer: success(MessageTemplate),
    run: createTemplate,
  }),
  route({
    method: 'PATCH',
    path: PATH,
    operation: 'updateMessageTemplate',
    section,
    summary: 'Update a message template',
    permission: 'messages.send',
    input: UpdateTemplateInput,
    answer: success(MessageTemplate),
    run: updateTemplate,
  }),
  route({
    method: 'DELETE',
    path: `${PATH}/:id`,
    operation: 'deleteMessageTemplate',
    section,
    summary: 'Delete a message template',
    description: 'Messages that are sent by themselves use the text of a new shop then.',
    permission: 'messages.send',
    input: DeleteTemplateInput,
    answer: success(MessageTemplateReference),
    run: deleteTemplate,
  }),
  route({
    method: 'POST',
    path: `${PATH}/preview`,
    operation: 'previewMessageTemplate',
    section,
    summary: 'Preview a message',
    description: 'The text with its placeholders filled in from a real order. Nothing is sent.',
    permission: 'messages.read',
    repeatable: true,
    input: PreviewTemplateInput,
    answer: success(MessagePreview),
    run: previewTemplate,
  }),
  route({
    method: 'GET',
    path: '/api/open/message/placeholder',
    operation: 'listMessagePlaceholders',
    section,
    summary: 'List placeholders of messages',
    permission: 'messages.read',
    input: ListPlaceholdersInput,
    answer: data(z.array(MessagePlaceholder)),
    run: listPlaceholders,
  }),
];
