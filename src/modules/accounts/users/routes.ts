import { z } from 'zod';
import { lowerCase, success } from '../../../kernel/http/answer.ts';
import { publicRoute, route, type Route } from '../../../kernel/http/route.ts';
import { Nothing } from '../schemas.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { changeUser } from './change-user.ts';
import { inviteUser } from './invite-user.ts';
import { listShopUsers } from './list-shop-users.ts';
import { listUsers } from './list-users.ts';
import { removeUser } from './remove-user.ts';
import {
  AcceptInvitationInput,
  ChangeUserInput,
  InvitationAccepted,
  InviteUserInput,
  ProfileUpdated,
  ShopUpdated,
  ShopUser,
  UpdateProfileInput,
  UpdateShopAccountInput,
  User,
  UserChanged,
  UserIdInput,
  UserInvited,
  UserRemoved,
} from './schemas.ts';
import { prepareProfile, updateProfile } from './update-profile.ts';
import { updateShopAccount } from './update-shop-account.ts';

/** The people of a shop, and the account that stands for it. */
export const userRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/account/users',
    operation: 'listShopUsers',
    section: 'Account',
    summary: 'List users with their roles',
    permission: 'users.manage',
    session_only: true,
    input: Nothing,
    answer: success(z.array(ShopUser)),
    run: listShopUsers,
  }),
  route({
    method: 'POST',
    path: '/api/account/user/invite',
    operation: 'inviteUser',
    section: 'Account',
    summary: 'Invite a user',
    description: 'Returns an invitation for you to pass on to the person. No mail is sent.',
    permission: 'users.manage',
    session_only: true,
    fresh_login: true,
    input: InviteUserInput,
    status: 201,
    answer: success(UserInvited),
    run: inviteUser,
  }),
  publicRoute({
    method: 'POST',
    path: '/api/account/user/accept',
    operation: 'acceptInvitation',
    section: 'Account',
    summary: 'Accept an invitation',
    input: AcceptInvitationInput,
    answer: success(InvitationAccepted),
    run: acceptInvitation,
  }),
  route({
    method: 'PATCH',
    path: '/api/account/user',
    operation: 'changeUser',
    section: 'Account',
    summary: 'Change the role of a user',
    permission: 'users.manage',
    session_only: true,
    fresh_login: true,
    input: ChangeUserInput,
    answer: success(UserChanged),
    run: changeUser,
  }),
  route({
    method: 'DELETE',
    path: '/api/account/user/:id',
    operation: 'removeUser',
    section: 'Account',
    summary: 'Remove a user',
    permission: 'users.manage',
    session_only: true,
    fresh_login: true,
    input: UserIdInput,
    answer: success(UserRemoved),
    run: removeUser,
  }),
  route({
    method: 'GET',
    path: '/api/open/user',
    operation: 'listUsers',
    tagged: 'DAY',
    section: 'User',
    summary: 'List users',
    permission: 'shop.read',
    input: Nothing,
    answer: success(z.array(User)),
    run: listUsers,
  }),
  route({
    method: 'PATCH',
    path: '/api/open/user/profile',
    operation: 'updateProfile',
    section: 'User',
    summary: 'Update your profile',
    description:
      'Changing the password requires a signed-in user and the current password in `current_password`.',
    permission: 'profile.write',
    input: UpdateProfileInput,
    answer: lowerCase(success(ProfileUpdated)),
    prepare: prepareProfile,
    run: updateProfile,
  }),
  route({
    method: 'PATCH',
    path: '/api/open/shop/update',
    operation: 'updateShop',
    section: 'Shop',
    summary: 'Update shop details',
    permission: 'shop.write',
    input: UpdateShopAccountInput,
    answer: success(ShopUpdated),
    run: updateShopAccount,
  }),
];
