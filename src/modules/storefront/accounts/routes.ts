import { z } from 'zod';
import { data, done, success } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { storeRoute } from '../store-route.ts';
import { getBuyer } from './get-buyer.ts';
import { issueBuyerCode } from './issue-code.ts';
import { listBuyerAddresses } from './list-addresses.ts';
import { requestAccess } from './request-access.ts';
import {
  BuyerAddress,
  BuyerDetail,
  BuyerSession,
  BuyerSessionIdInput,
  CodeSent,
  IssueCodeInput,
  IssuedCode,
  RequestAccessInput,
  RequestCodeInput,
  SetPasswordInput,
  SignedInBuyer,
  SignInInput,
} from './schemas.ts';
import { endBuyerSession, listBuyerSessions, signOutBuyer } from './sessions.ts';
import { requestCode, setPassword, signIn } from './sign-in.ts';

// What they count must outlive a refusal: an Idempotency-Key opens no transaction for them.
const signInRoutes: Route[] = [
  storeRoute({
    method: 'POST',
    path: '/api/store/:subdomain/account/code',
    operation: 'requestBuyerCode',
    summary: 'Request a code to sign in',
    description:
      'Sends six digits to the owner of the account. Whether there is such an account, the response does not say.',
    buyer: 'anyone',
    input: RequestCodeInput,
    answer: success(CodeSent),
    repeatable: true,
    run: requestCode,
  }),
  storeRoute({
    method: 'POST',
    path: '/api/store/:subdomain/account/sign-in',
    operation: 'signInBuyer',
    summary: 'Sign in to the store',
    description: 'By password, or by the code that was sent.',
    buyer: 'anyone',
    input: SignInInput,
    answer: success(SignedInBuyer),
    repeatable: true,
    run: signIn,
  }),
  storeRoute({
    method: 'POST',
    path: '/api/store/:subdomain/account/password',
    operation: 'setBuyerPassword',
    summary: 'Set the password of an account',
    description:
      'Sets the first password, or another one, by the code that was sent. All other sessions end.',
    buyer: 'anyone',
    input: SetPasswordInput,
    answer: success(SignedInBuyer),
    repeatable: true,
    run: setPassword,
  }),
];

/** What staff do for buyers. */
const staffRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/api/open/customer/:id/store-code',
    operation: 'issueBuyerCode',
    section: 'Customer',
    summary: 'Make a code to sign in for a customer',
    description:
      'Nothing is sent: pass the code on to the customer, who signs in to the store with it, and can set a password. It is ' +
      'valid for a day and once, and ends a code that was made before.',
    permission: 'customers.write',
    session_only: true,
    fresh_login: true,
    input: IssueCodeInput,
    answer: success(IssuedCode),
    run: issueBuyerCode,
  }),
];

const addressRoutes: Route[] = [
  storeRoute({
    method: 'GET',
    path: '/api/store/:subdomain/account/address',
    operation: 'listBuyerAddresses',
    summary: 'List the receivers of a buyer',
    description: 'To whom the latest orders of the buyer were sent.',
    buyer: 'signed_in',
    input: z.object({}),
    answer: data(z.array(BuyerAddress)),
    run: listBuyerAddresses,
  }),
];

const ended = done({ en: 'Signed out', id: 'Berhasil keluar' });

export const storeAccountRoutes: Route[] = [
  ...signInRoutes,
  ...staffRoutes,
  ...addressRoutes,
  storeRoute({
    method: 'POST',
    path: '/api/store/:subdomain/account/request',
    operation: 'requestBuyerAccess',
    summary: 'Request an account',
    description:
      'Staff accept or reject it. The response is the same whether the shop knows the email or phone number.',
    buyer: 'anyone',
    input: RequestAccessInput,
    answer: done({
      en: 'Your request has been received. The shop will contact you.',
      id: 'Permintaan Anda sudah diterima. Toko akan menghubungi Anda.',
    }),
    repeatable: true,
    run: requestAccess,
  }),
  storeRoute({
    method: 'POST',
    path: '/api/store/:subdomain/account/sign-out',
    operation: 'signOutBuyer',
    summary: 'Sign out of the store',
    buyer: 'signed_in',
    input: z.object({}),
    answer: ended,
    run: signOutBuyer,
  }),
  storeRoute({
    method: 'GET',
    path: '/api/store/:subdomain/account',
    operation: 'getBuyer',
    summary: 'Get the buyer who is signed in',
    buyer: 'signed_in',
    input: z.object({}),
    answer: success(BuyerDetail),
    run: getBuyer,
  }),
  storeRoute({
    method: 'GET',
    path: '/api/store/:subdomain/account/session',
    operation: 'listBuyerSessions',
    summary: 'List the sessions of a buyer',
    buyer: 'signed_in',
    input: z.object({}),
    answer: data(z.array(BuyerSession)),
    run: listBuyerSessions,
  }),
  storeRoute({
    method: 'DELETE',
    path: '/api/store/:subdomain/account/session/:session_id',
    operation: 'endBuyerSession',
    summary: 'End a session of a buyer',
    buyer: 'signed_in',
    input: BuyerSessionIdInput,
    answer: ended,
    run: endBuyerSession,
  }),
];
