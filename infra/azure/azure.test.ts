/** The infrastructure has no compiler here: it is parsed, and held against the tables, the settings and the rules of the house. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { settingNames } from '../../bot/config/environment';
import { readConfig } from '../../bot/config/config';
import { tableNames } from '../tables/names';
import { readTemplate, templateOf, type Declared, type Template, type Value } from './bicep.case';

const root = resolve(__dirname, '../..');
const moduleFiles = readdirSync(__dirname).filter((file) => file.endsWith('.bicep'));
const files = ['infra/azure.bicep', ...moduleFiles.map((file) => `infra/azure/${file}`)];

const templates = new Map<string, Template>();
beforeAll(async () => {
  for (const file of files) templates.set(file, await readTemplate(join(root, file)));
});

const all = () => [...templates.values()];
const resources = () => all().flatMap(({ resources: own }) => own);
const ofType = (type: string) => resources().filter(({ of }) => of === type);
const at = (value: Value | undefined, ...path: readonly string[]): Value | undefined =>
  path.reduce<Value | undefined>((inner, name) => (inner as Record<string, Value> | undefined)?.[name], value);
const propertiesOf = ({ body }: Declared) => at(body, 'properties') as Record<string, Value>;
const main = () => templates.get('infra/azure.bicep')!;

describe('the reader', () => {
  it('refuses what is not Bicep, with the line', async () => {
    await expect(templateOf("param a string\nresource b 'c@1' = {\n", 'x.bicep')).rejects.toThrow(/^x\.bicep:\d/);
  });
});

describe('the composition', () => {
  it('uses every module once, and each exists', () => {
    const used = main().modules.map(({ of }) => of);

    expect([...used].sort()).toEqual(moduleFiles.map((file) => `azure/${file}`).sort());
  });

  it('gives every module exactly what it takes', () => {
    for (const { of, body } of main().modules)
      expect([of, ...Object.keys(at(body, 'params') as object).sort()]).toEqual([
        of,
        ...templates.get(`infra/${of}`)!.parameters.toSorted(),
      ]);
  });

  it('uses every parameter', () => {
    for (const [file, { parameters, source }] of templates)
      for (const name of parameters)
        expect([file, name, source.match(new RegExp(`\\b${name}\\b`, 'g'))!.length > 1]).toEqual([file, name, true]);
  });
});

describe('the resources', () => {
  it('are those that Laurel needs', () => {
    expect([...new Set(resources().map(({ of }) => of))].sort()).toEqual([
      'Microsoft.Authorization/roleAssignments',
      'Microsoft.BotService/botServices',
      'Microsoft.BotService/botServices/channels',
      'Microsoft.Insights/actionGroups',
      'Microsoft.Insights/components',
      'Microsoft.Insights/diagnosticSettings',
      'Microsoft.Insights/metricAlerts',
      'Microsoft.Insights/scheduledQueryRules',
      'Microsoft.KeyVault/vaults',
      'Microsoft.ManagedIdentity/userAssignedIdentities',
      'Microsoft.OperationalInsights/workspaces',
      'Microsoft.OperationalInsights/workspaces/savedSearches',
      'Microsoft.Storage/storageAccounts',
      'Microsoft.Storage/storageAccounts/tableServices',
      'Microsoft.Storage/storageAccounts/tableServices/tables',
      'Microsoft.Web/serverfarms',
      'Microsoft.Web/sites',
      'Microsoft.Web/sites/basicPublishingCredentialsPolicies',
    ]);
  });

  it('each pin an API version, in preview only where there is no other', () => {
    for (const { of, version } of resources())
      expect([of, version]).toEqual([
        of,
        expect.stringMatching(
          of === 'Microsoft.Insights/diagnosticSettings' ? /^\d{4}-\d\d-\d\d-preview$/ : /^\d{4}-\d\d-\d\d$/,
        ),
      ]);
  });

  it('of one type have one version', () => {
    const versions = new Map<string, Set<string>>();
    for (const { of, version } of resources()) versions.set(of, (versions.get(of) ?? new Set()).add(version));

    expect([...versions].filter(([, seen]) => seen.size > 1)).toEqual([]);
  });
});

describe('the store', () => {
  it('has the tables of the code, in both directions', () => {
    const declared = ofType('Microsoft.Storage/storageAccounts/tableServices/tables').map(({ body }) => body['name']);

    expect(declared.toSorted()).toEqual(Object.values(tableNames).toSorted());
  });

  it('takes no keys, no old TLS, no http and shows no blob', () => {
    expect(propertiesOf(ofType('Microsoft.Storage/storageAccounts')[0]!)).toMatchObject({
      allowSharedKeyAccess: 'false',
      allowBlobPublicAccess: 'false',
      minimumTlsVersion: 'TLS1_2',
      supportsHttpsTrafficOnly: 'true',
    });
  });

  it('is opened to the identity alone, as Storage Table Data Contributor', () => {
    const [role] = templates.get('infra/azure/tables.bicep')!.resources.filter(({ symbol }) => symbol === 'access');

    expect(role!.body['scope']).toBe('account');
    expect(propertiesOf(role!)).toMatchObject({ principalId: 'principalId', principalType: 'ServicePrincipal' });
    expect(templates.get('infra/azure/tables.bicep')!.source).toContain("'0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'");
    expect(at(propertiesOf(role!), 'roleDefinitionId')).toContain('tableDataContributor');
  });
});

describe('the app', () => {
  const site = () => propertiesOf(ofType('Microsoft.Web/sites')[0]!);
  const appSettings = () =>
    (at(site(), 'siteConfig', 'appSettings') as readonly Record<string, string>[]).map(({ name }) => name!);
  const ofPlatform = [
    'AZURE_CLIENT_ID',
    'WEBSITE_RUN_FROM_PACKAGE',
    'SCM_DO_BUILD_DURING_DEPLOYMENT',
    'WEBSITES_CONTAINER_STOP_TIME_LIMIT',
  ];
  /** Given by App Service, or of the local world only. */
  const elsewhere = [
    'PORT',
    'HOST',
    'PLAYGROUND_PORT',
    'LAUREL_PLAYGROUND',
    'LAUREL_DATA',
    'LAUREL_SAMPLE',
    'LAUREL_TABLES_CONNECTION_STRING',
    'OTEL_EXPORTER_OTLP_ENDPOINT',
  ];

  it('is on Node 22, always on, reached by https alone, and watched', () => {
    expect(site()).toMatchObject({
      httpsOnly: 'true',
      clientAffinityEnabled: 'false',
      siteConfig: {
        linuxFxVersion: 'NODE|22-lts',
        alwaysOn: 'true',
        healthCheckPath: '/health',
        ftpsState: 'Disabled',
        minTlsVersion: '1.2',
      },
    });
  });

  it('gets the settings that the code reads, in both directions', () => {
    const given = appSettings().filter((name) => !ofPlatform.includes(name));
    const read = settingNames.filter((name) => !elsewhere.includes(name));

    expect(given.toSorted()).toEqual(read.toSorted());
  });

  it.each([
    ['UserAssignedMSI', {}],
    ['SingleTenant', { BOT_PASSWORD: 'a secret of Key Vault', BOT_PASSWORD_EXPIRES_ON: '2027-01-01' }],
  ])('gets settings with which a bot of %s starts', (kind, more) => {
    const id = '11111111-2222-4333-8444-555555555555';
    const known = { BOT_ID: id, BOT_TENANT_ID: id, LAUREL_ALLOWED_TENANTS: id, LAUREL_FIRST_ADMINS: id };
    const values = { ...known, BOT_TYPE: kind, LAUREL_TABLES_URL: 'https://a.table.core.windows.net', ...more };
    const environment = Object.fromEntries(appSettings().map((name) => [name, '']));

    expect(readConfig({ ...environment, ...values })).toHaveProperty('warnings', []);
  });

  it('starts what is deployed', () => {
    expect(at(site(), 'siteConfig', 'appCommandLine')).toBe('node --enable-source-maps dist/bot/main.js');
  });
});

describe('the bot', () => {
  it('is the identity, in one tenant, where the app listens, and takes no keys', () => {
    expect(propertiesOf(ofType('Microsoft.BotService/botServices')[0]!)).toMatchObject({
      msaAppId: 'botId',
      msaAppType: 'botType',
      msaAppTenantId: 'tenantId',
      endpoint: 'https://${host}/api/messages',
      disableLocalAuth: 'true',
    });
  });

  it('is in Teams', () => {
    expect(ofType('Microsoft.BotService/botServices/channels').map(({ body }) => body['name'])).toEqual([
      'MsTeamsChannel',
    ]);
  });
});

describe('secrets', () => {
  const words = /secret|password|key(?!vault)|connectionstring|sas|token/i;

  it('are in no output', () => {
    const outputs = all().flatMap((template) => Object.entries(template.outputs));

    expect(outputs.length).toBeGreaterThan(6);
    expect(outputs.filter((output) => output.some((text) => words.test(text)))).toEqual([]);
  });

  it('are asked for with no function that lists keys', () => {
    expect(all().filter(({ source }) => /\blist[A-Z]\w*\(/.test(source))).toEqual([]);
  });

  it('are in no parameter', () => {
    const parameters = all().flatMap((template) => template.parameters);
    const allowed = ['secretUri', 'secretExpiresOn'];

    expect(parameters.filter((name) => words.test(name) && !allowed.includes(name))).toEqual([]);
  });

  it('reach the app by reference only', () => {
    expect(templates.get('infra/azure/web.bicep')!.source).toContain("'@Microsoft.KeyVault(SecretUri=${secretUri})'");
  });
});

describe('the parameter files', () => {
  const ofToolkit = JSON.parse(readFileSync(join(root, 'infra/azure.parameters.json'), 'utf8')) as {
    readonly parameters: Readonly<Record<string, { readonly value: string }>>;
  };
  const ofAz = readFileSync(join(root, 'infra/azure.bicepparam'), 'utf8');
  const namesOfAz = [...ofAz.matchAll(/^param (\w+) = /gm)].map((match) => match[1]!);

  it('name parameters of the template', () => {
    const names = [...Object.keys(ofToolkit.parameters), ...namesOfAz];

    expect(names.filter((name) => !main().parameters.includes(name))).toEqual([]);
    expect(names).toContain('resourceBaseName');
  });

  it('belong to the template that exists', () => {
    const [, template] = /^using '(.+)'$/m.exec(ofAz)!;

    expect(existsSync(join(root, 'infra', template!))).toBe(true);
  });
});
