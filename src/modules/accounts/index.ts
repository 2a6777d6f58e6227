export { addOwner } from './users/add-owner.ts';
export { createAuthenticator } from './authenticate.ts';
export { countUse } from './passwords/attempts.ts';
export { checkPassword, checkSecret } from './passwords/check-password.ts';
export { refuseCommonPassword } from './passwords/common-passwords.ts';
export { confirmPassword } from './passwords/confirm-password.ts';
export { hashPassword } from './passwords/hash-password.ts';
export { newPassword } from './passwords/schemas.ts';
export { freshLogin } from './schemas.ts';
