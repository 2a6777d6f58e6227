export { addOwner } from './add-owner.ts';
export { createAuthenticator } from './authenticate.ts';
export { refuseCommonPassword } from './common-passwords.ts';
export { confirmPassword } from './confirm-password.ts';
export { hashPassword } from './passwords.ts';
export { newPassword } from './schemas.ts';
