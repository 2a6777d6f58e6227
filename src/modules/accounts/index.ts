import './errors.ts';

export {
  API_KEY_PREFIX,
  createAuthenticator,
  forgetCredentials,
  hashCredential,
  SESSION_PREFIX,
} from './authenticate.ts';
export { registerShop } from './register-shop.ts';
export { accountRoutes } from './routes.ts';
export { accountRetention } from './retention.ts';
