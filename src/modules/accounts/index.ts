import './errors.ts';

export { createAuthenticator } from './authenticate.ts';
export { confirmPassword } from './confirm-password.ts';
export { heedRevocations } from './end-access.ts';
export { accountRoutes } from './routes.ts';
export { accountRetention } from './retention.ts';
