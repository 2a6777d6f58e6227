/** The house's rules of who may import whom. */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'browser-and-server-apart',
      comment:
        'The dashboard talks to the server by the SDK alone; the server knows nothing of it but where its files are.',
      severity: 'error',
      from: { path: '^(dashboard|sdk)/src/' },
      to: { path: '^(src|test|bench|bin)/' },
    },
    {
      name: 'server-without-browser',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(dashboard|sdk)/' },
    },
    {
      name: 'ui-knows-no-feature',
      comment: 'What all screens share knows none of them.',
      severity: 'error',
      from: { path: '^dashboard/src/ui/' },
      to: { path: '^dashboard/src/(features|router|main)' },
    },
    {
      name: 'features-side-by-side',
      comment:
        'A feature imports who is signed in (session), where it is shown (shell/route), how far an action on many orders is (bulk-run), what is printed of orders (documents), what an order is (order-record), views that were saved (views), and nothing of another one.',
      severity: 'error',
      from: { path: '^dashboard/src/features/([^/]+)/', pathNot: '^dashboard/src/features/(shell|session)/' },
      to: {
        path: '^dashboard/src/features/[^/]+/',
        pathNot: [
          '^dashboard/src/features/$1/',
          '^dashboard/src/features/(session|bulk-run|documents|order-record|views)/',
          '^dashboard/src/features/shell/route\\.ts$',
        ],
      },
    },
    {
      name: 'kernel-knows-no-business',
      comment: 'The kernel has no business words: it imports no module.',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/(modules|integrations|app|start|doctor|demo)' },
    },
    {
      name: 'integrations-know-no-business',
      comment:
        "An adapter speaks with its vendor by the port; what a shop wants of it is the modules' affair.",
      severity: 'error',
      from: { path: '^src/integrations/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/(modules|app|start|cli|doctor|demo)' },
    },
    {
      name: 'adapters-are-chosen-once',
      comment: 'start.ts and app.ts choose the vendors; all others know the port alone.',
      severity: 'error',
      from: {
        path: '^(src|bench)/',
        pathNot: ['^src/(integrations/|start\\.ts$|app\\.ts$)', '\\.test\\.ts$'],
      },
      to: { path: '^src/integrations/', pathNot: '^src/integrations/[^/]+/port\\.ts$' },
    },
    {
      name: 'ports-side-by-side',
      comment:
        'Adapters of a port import the ground (the files beside the folders), and nothing of another port.',
      severity: 'error',
      from: { path: '^src/integrations/([^/]+)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/integrations/[^/]+/', pathNot: '^src/integrations/$1/' },
    },
    {
      name: 'ports-are-interfaces',
      comment: 'A port is words of ours: it imports no adapter and no client.',
      severity: 'error',
      from: { path: '/port\\.ts$' },
      to: { path: ['^src/integrations/', '^node_modules/(undici|nodemailer|aws4fetch|cockatiel)'] },
    },
    {
      name: 'modules-by-their-index',
      comment: 'index.ts is the only file of a module that others import.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/modules/([^/]+)/', pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/index\\.ts$'] },
    },
    {
      name: 'rooms-of-orders',
      comment:
        'A room imports the ground (the files beside it); editing, quoting and what buyers order build on placing.',
      severity: 'error',
      from: {
        path: '^src/modules/orders/(place|edit|quote|buyer|cancel|fulfil|read)/',
        pathNot: '\\.test\\.ts$',
      },
      to: {
        path: '^src/modules/orders/[^/]+/',
        pathNot: ['^src/modules/orders/$1/', '^src/modules/orders/place/'],
      },
    },
    {
      name: 'placing-is-for-edit-and-quote',
      severity: 'error',
      from: { path: '^src/modules/orders/(cancel|fulfil|read)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/modules/orders/place/' },
    },
    {
      name: 'rooms-of-catalog',
      comment: 'A room imports the ground; sheets show what search has found.',
      severity: 'error',
      from: { path: '^src/modules/catalog/(products|categories|skus|search)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/modules/catalog/[^/]+/', pathNot: '^src/modules/catalog/$1/' },
    },
    {
      name: 'sheets-build-on-search',
      severity: 'error',
      from: { path: '^src/modules/catalog/sheets/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/modules/catalog/[^/]+/', pathNot: '^src/modules/catalog/(sheets|search)/' },
    },
    {
      name: 'prices-build-on-products-and-search',
      severity: 'error',
      from: { path: '^src/modules/catalog/prices/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/modules/catalog/[^/]+/', pathNot: '^src/modules/catalog/(prices|products|search)/' },
    },
    {
      name: 'rooms-of-accounts',
      comment: 'A room imports the ground; signing in and users build on passwords.',
      severity: 'error',
      from: { path: '^src/modules/accounts/(passwords|keys)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/modules/accounts/[^/]+/', pathNot: '^src/modules/accounts/$1/' },
    },
    {
      name: 'passwords-are-for-sign-in-and-users',
      severity: 'error',
      from: { path: '^src/modules/accounts/(sign-in|users)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/modules/accounts/[^/]+/', pathNot: '^src/modules/accounts/($1|passwords)/' },
    },
    {
      name: 'rooms-of-stock-and-inventory',
      comment: 'A room imports the ground.',
      severity: 'error',
      from: {
        path: '^src/modules/(stock|inventory)/(levels|warehouses|opnames|transfers)/',
        pathNot: '\\.test\\.ts$',
      },
      to: { path: '^src/modules/$1/[^/]+/', pathNot: '^src/modules/$1/$2/' },
    },
    {
      name: 'rooms-of-couriers',
      comment: 'A room imports the ground.',
      severity: 'error',
      from: { path: '^src/modules/couriers/(services|charges|tariffs)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/modules/couriers/[^/]+/', pathNot: '^src/modules/couriers/$1/' },
    },
    {
      name: 'rooms-of-payments',
      comment: 'A room imports the ground.',
      severity: 'error',
      from: { path: '^src/modules/payments/([^/]+)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/modules/payments/[^/]+/', pathNot: '^src/modules/payments/$1/' },
    },
    {
      name: 'rooms-of-shipping',
      comment: 'A room imports the ground.',
      severity: 'error',
      from: { path: '^src/modules/shipping/([^/]+)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/modules/shipping/[^/]+/', pathNot: '^src/modules/shipping/$1/' },
    },
    {
      name: 'rooms-of-mutations',
      comment: 'A room imports the ground; imports record what statements say.',
      severity: 'error',
      from: { path: '^src/modules/mutations/([^/]+)/', pathNot: '\\.test\\.ts$' },
      to: {
        path: '^src/modules/mutations/[^/]+/',
        pathNot: ['^src/modules/mutations/$1/', '^src/modules/mutations/statements/'],
      },
    },
    {
      name: 'rooms-of-webhooks',
      comment: 'A room imports the ground.',
      severity: 'error',
      from: { path: '^src/modules/webhooks/([^/]+)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/modules/webhooks/[^/]+/', pathNot: '^src/modules/webhooks/$1/' },
    },
    {
      name: 'rooms-of-invoices',
      comment: 'A room imports the ground.',
      severity: 'error',
      from: { path: '^src/modules/invoices/([^/]+)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/modules/invoices/[^/]+/', pathNot: '^src/modules/invoices/$1/' },
    },
    {
      name: 'rooms-of-messages',
      comment: 'A room imports the ground.',
      severity: 'error',
      from: { path: '^src/modules/messages/([^/]+)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/modules/messages/[^/]+/', pathNot: '^src/modules/messages/$1/' },
    },
    {
      name: 'rooms-of-orderpay',
      comment: 'A room imports the ground.',
      severity: 'error',
      from: { path: '^src/modules/orderpay/([^/]+)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/modules/orderpay/[^/]+/', pathNot: '^src/modules/orderpay/$1/' },
    },
    {
      name: 'the-ledger-knows-no-module',
      comment:
        'What money is moved for is the affair of those who move it: payments, orders, and all above them.',
      severity: 'error',
      from: { path: '^src/modules/ledger/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/modules/', pathNot: '^src/modules/ledger/' },
    },
    {
      name: 'rooms-of-checkout',
      comment: 'A room imports the ground.',
      severity: 'error',
      from: { path: '^src/modules/checkout/([^/]+)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/modules/checkout/[^/]+/', pathNot: '^src/modules/checkout/$1/' },
    },
    {
      name: 'reading-text-chooses-nothing',
      comment: 'From text to parts by words (read), from parts to what the shop has (choose): never back.',
      severity: 'error',
      from: { path: '^src/modules/order-text/(words|read)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/modules/order-text/', pathNot: '^src/modules/order-text/(words/|$1/|limits\\.ts)' },
    },
    {
      name: 'the-ground-knows-no-room',
      comment: 'Only what puts a module together imports all of its rooms.',
      severity: 'error',
      from: {
        path: '^src/modules/(orders|catalog|accounts|stock|inventory|couriers|payments|shipping|checkout|orderpay|invoices|messages)/[^/]+\\.ts$',
        pathNot: ['/(index|module)\\.ts$', '\\.test\\.ts$'],
      },
      to: { path: '^src/modules/$1/[^/]+/' },
    },
    {
      name: 'descriptors-are-listed-once',
      comment: 'src/modules.ts alone reads what a module is.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/modules\\.ts$', '\\.test\\.ts$'] },
      to: { path: '^src/modules/[^/]+/module\\.ts$' },
    },
    {
      name: 'rules-are-pure',
      comment: 'rules.ts imports money and nothing else.',
      severity: 'error',
      from: { path: '/rules\\.ts$' },
      to: { pathNot: '^src/kernel/money\\.ts$' },
    },
    {
      name: 'product-needs-no-tests',
      severity: 'error',
      from: { path: '^(src|bin)/', pathNot: '\\.test\\.ts$' },
      to: { path: ['^test/', '\\.test\\.ts$', '^bench/'] },
    },
    {
      name: 'no-dev-dependency-in-product',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: {},
      // With ?url a file is named, not imported: the build resolves it.
      to: { couldNotResolve: true, pathNot: '\\?url$' },
    },
  ],
  options: {
    // TypeScript 7 has no JavaScript API for other tools.
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['ngorder-source', 'import', 'node', 'default'],
    },
  },
};
