import './errors.ts';

export { createAuthenticator } from './authenticate.ts';
export { accountRoutes } from './routes.ts';
export { accountRetention } from './retention.ts';
