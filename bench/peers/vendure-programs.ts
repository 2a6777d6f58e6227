/** The programs of a Vendure project, as its guides lay one out: one configuration, a server and a worker. */
export const PROGRAMS: Record<string, string> = {
  // What its project template has, without pages, pictures and mails, which nothing here needs.
  'config.js': `
const { DefaultJobQueuePlugin, DefaultLogger, DefaultSchedulerPlugin, DefaultSearchPlugin, LogLevel, dummyPaymentHandler } = require('@vendure/core');
const { PORT, PASSWORD, DB_HOST, DB_PORT, DB_USER, DB_NAME, SEEDING } = process.env;
exports.config = {
  apiOptions: { hostname: '127.0.0.1', port: Number(PORT), cors: false },
  authOptions: { tokenMethod: 'bearer', superadminCredentials: { identifier: 'superadmin', password: PASSWORD } },
  logger: new DefaultLogger({ level: LogLevel.Warn }),
  dbConnectionOptions: {
    type: 'postgres', host: DB_HOST, port: Number(DB_PORT), username: DB_USER, database: DB_NAME,
    synchronize: SEEDING === 'yes', logging: false,
  },
  paymentOptions: { paymentMethodHandlers: [dummyPaymentHandler] },
  plugins: [
    DefaultSchedulerPlugin.init(),
    DefaultJobQueuePlugin.init({ useDatabaseForBuffer: true }),
    DefaultSearchPlugin.init({ bufferUpdates: SEEDING === 'yes', indexStockStatus: true }),
  ],
};
`,
  'server.js': `
const { bootstrap } = require('@vendure/core');
bootstrap(require('./config').config).catch((error) => { console.error(error); process.exit(1); });
`,
  'worker.js': `
const { bootstrapWorker } = require('@vendure/core');
bootstrapWorker(require('./config').config)
  .then((worker) => worker.startJobQueue())
  .catch((error) => { console.error(error); process.exit(1); });
`,
  // Makes the tables, and fills them by Vendure's own importer.
  'seed.js': `
const { bootstrap } = require('@vendure/core');
const { populate } = require('@vendure/core/cli');
const data = JSON.parse(process.env.INITIAL_DATA);
populate(() => bootstrap(require('./config').config), data, process.env.PRODUCTS_FILE)
  .then((app) => app.close())
  .then(() => process.exit(0), (error) => { console.error(error); process.exit(1); });
`,
};

/** What a project is populated with: a country, a tax, one way to ship and one to pay. */
export const INITIAL_DATA = {
  defaultLanguage: 'en',
  defaultZone: 'Asia',
  countries: [{ code: 'ID', name: 'Indonesia', zone: 'Asia' }],
  taxRates: [{ name: 'Standard Tax', percentage: 0 }],
  shippingMethods: [{ name: 'JNE REG', price: 12_000 }],
  paymentMethods: [
    {
      name: 'Transfer',
      handler: {
        code: 'dummy-payment-handler',
        arguments: [{ name: 'automaticSettle', value: 'true' }],
      },
    },
  ],
  collections: [],
};
