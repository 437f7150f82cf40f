/** The arrows between the rooms: bot hears, cards show, domain knows, infra keeps; only bot/composition sees everything. */

/** What proves, and the tool that draws the icons: it never runs with the bot, so it may cross what it must. */
const besides = ['\\.(test|case)\\.ts$', '^infra/e2e/', '^infra/appPackage/'];

/**
 * The rooms of each top folder from top to bottom: a room imports only rooms that stand below it. Files that stand in the top
 * folder itself (the entry, the composition root, the ports) see all of its rooms; only `bot/cli` sees the composition root.
 */
const roomsFromTopToBottom = {
  bot: [
    'cli',
    'composition',
    'local-world',
    'hosting',
    'teams',
    'turns',
    'hearing',
    'intents',
    'commands',
    'alerts',
    'tasks',
    'erasure',
    'onboarding',
    'imports',
    'corrections',
    'delivery',
    'recognizers',
    'partner',
    'store',
    'context',
    'language-understanding',
    'config',
  ],
  cards: [
    'alerts',
    'general',
    'onboarding',
    'outlook',
    'records',
    'standing',
    'tasks',
    'sections',
    'words',
    'elements',
    'contract',
    'text',
  ],
  domain: [
    'alerts',
    'imports',
    'tasks',
    'membership',
    'planning',
    'onboarding',
    'validation',
    'history',
    'counting',
    'partner',
    'programme',
    'basics',
  ],
};

function roomOrder([top, rooms]) {
  return rooms.slice(1).map((room, index) => ({
    name: `${top}-rooms-import-downwards`,
    severity: 'error',
    from: { path: `^${top}/${room}/`, pathNot: besides },
    to: { path: `^${top}/(${rooms.slice(0, index + 1).join('|')})/` },
  }));
}

/** A folder that is not in the order would be bound by nothing. */
const roomsInOrder = Object.entries(roomsFromTopToBottom).map(([top, rooms]) => ({
  name: `${top}-rooms-are-in-the-order`,
  severity: 'error',
  from: { path: `^${top}/[^/]+/`, pathNot: [`^${top}/(${rooms.join('|')})/`, ...besides] },
  to: {},
}));

module.exports = {
  forbidden: [
    ...Object.entries(roomsFromTopToBottom).flatMap(roomOrder),
    ...roomsInOrder,
    {
      name: 'only-the-command-line-sees-the-composition-root',
      severity: 'error',
      from: { path: '^bot/[^/]+/', pathNot: ['^bot/cli/', ...besides] },
      to: { path: '^bot/[^/]+\\.ts$' },
    },
    {
      name: 'domain-stands-alone',
      comment: 'The domain imports nothing from outside itself, not even from Node.',
      severity: 'error',
      from: { path: '^domain/', pathNot: besides },
      to: { pathNot: '^domain/' },
    },
    {
      name: 'cards-know-only-the-domain',
      comment: 'Cards may use the domain, the card types and the library that renders messages.',
      severity: 'error',
      from: { path: '^cards/', pathNot: besides },
      to: { pathNot: '^(cards|domain)/|^(node_modules/)?(adaptivecards|@microsoft/teams\\.cards|intl-messageformat)' },
    },
    {
      name: 'infra-knows-only-the-domain',
      severity: 'error',
      from: { path: '^infra/', pathNot: besides },
      to: { path: '^(bot|cards)/' },
    },
    {
      name: 'only-composition-sees-infra',
      severity: 'error',
      from: { path: '^bot/', pathNot: ['^bot/composition/', ...besides] },
      to: { path: '^infra/' },
    },
    {
      name: 'sdk-stays-at-the-door',
      comment: 'The SDKs are at the end of their support: they may be replaced behind these files and nowhere else.',
      severity: 'error',
      from: { pathNot: ['^bot/teams/', '^bot/composition/', '^bot/main\\.ts$', ...besides] },
      to: { path: '(^|/)(botbuilder|botframework-|@microsoft/teams-ai|restify)' },
    },
    {
      name: 'azure-stays-in-infra',
      severity: 'error',
      from: { pathNot: '^infra/' },
      to: { path: '(^|/)@azure/' },
    },
    {
      name: 'tests-are-leaves',
      comment: 'What runs does not import what proves it.',
      severity: 'error',
      from: { pathNot: besides },
      to: { path: besides },
    },
    {
      name: 'runs-without-development-packages',
      comment: 'What runs needs only `dependencies`; types are free, because they leave nothing behind.',
      severity: 'error',
      from: { path: '^(bot|cards|domain|infra)/', pathNot: besides },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['require', 'node', 'default', 'types'] },
  },
};
