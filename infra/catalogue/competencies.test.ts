/** The competency programme says what its sources say: counts, dates, names, and a sample of rules written out by hand. */
import { credentialsIn, type Expression } from '../../domain/programme/expression';
import { locales } from '../../domain/basics/locale';
import { standardPolicies } from '../../domain/programme/policy';
import { requirementInForce, type Option } from '../../domain/programme/programme';
import type { Clause, Requirement, Threshold } from '../../domain/programme/requirement';
import { builtInProgramme } from './load';

const programme = builtInProgramme('competencies');
const { competencies, credentials, metrics } = programme;
const options = competencies.flatMap((competency) => competency.options);
const levels = ['silver', 'gold'];

const rulesOn = (date: string) =>
  options.flatMap((option) => levels.flatMap((level) => requirementInForce(option, level, date) ?? []));
const namedBy = (rules: readonly Requirement[]) =>
  new Set(rules.flatMap(({ alternatives }) => alternatives.flat().flatMap(({ each }) => credentialsIn(each))));

function optionOf(id: string): Option {
  return options.find((option) => option.id === id)!;
}

describe('the whole', () => {
  it('has 18 competencies, 25 options and 49 level requirements in force in 2018-03', () => {
    expect(competencies).toHaveLength(18);
    expect(options).toHaveLength(25);
    expect(rulesOn('2018-03-19')).toHaveLength(49);
    expect(rulesOn('2026-01-01')).toHaveLength(49);
  });

  it('names 100 credentials in those, and 8 more in the rules of 2017-07', () => {
    const now = namedBy(rulesOn('2018-03-19'));
    const earlier = [...namedBy(rulesOn('2017-07-18'))].filter((id) => !now.has(id));

    expect(now.size).toBe(100);
    // prettier-ignore
    expect(earlier.sort()).toEqual([
      '70-243', '70-734', 'A-AzureForDatacenter', 'A-SkypeOperationsFramework', 'MB6-705', 'MB6-890', 'MB6-892', 'MB6-893',
    ]);
    expect(credentials).toHaveLength(108);
    expect(new Set(credentials.map(({ id }) => id))).toEqual(new Set([...now, ...earlier]));
  });

  it('has 68 exams, 23 assessments, 6 certifications and 3 credentials of others in the edition of 2018-03', () => {
    const now = namedBy(rulesOn('2018-03-19'));
    const kinds = credentials.filter(({ id }) => now.has(id)).map(({ kind }) => kind);
    const count = (kind: string) => kinds.filter((other) => other === kind).length;

    expect(['exam', 'assessment', 'certification', 'third-party'].map(count)).toEqual([68, 23, 6, 3]);
  });

  it('holds from 2017-07-18 to the end of the programme, with the policies that Laurel assumes', () => {
    expect(programme).toMatchObject({ edition: '2018-03', effectiveFrom: '2017-07-18', effectiveTo: '2022-09-30' });
    expect(programme.policies).toEqual(standardPolicies);
    expect(programme.levels.map(({ id }) => id)).toEqual(levels);
  });

  it('uses every metric and every association', () => {
    const used = options.flatMap(({ requirements }) =>
      requirements.flatMap(({ figures }) => figures.map((one) => one.metric)),
    );

    expect(new Set(used)).toEqual(new Set(metrics.map(({ id }) => id)));
    expect(new Set(options.flatMap(({ associations }) => associations))).toEqual(
      new Set(Object.keys(programme.associations)),
    );
  });

  it('says of everything who says so', () => {
    const page = /^[a-z-]+\.md@[0-9a-f]{8}/;

    for (const { source } of [
      ...credentials,
      ...metrics,
      ...competencies,
      ...options.flatMap((option) => option.requirements),
    ])
      expect(source).toMatch(page);
    for (const { id, source } of competencies) expect(source).toBe(`competency-${id}.md@661ba596`);
  });
});

describe('names', () => {
  it.each([
    ...[programme, ...programme.levels, ...metrics, ...competencies, ...options].map(
      ({ id, names }) => [id, names] as const,
    ),
  ])('%s has a name in every language', (_, names) => {
    expect(Object.keys(names).sort()).toEqual([...locales].sort());
  });

  it('of one competency are not names of another', () => {
    const keys = competencies.flatMap(({ id, names, otherNames }) => [
      ...new Set([id, ...Object.values(names), ...otherNames].map((name) => name.normalize('NFKC').toLowerCase())),
    ]);

    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it.each([
    ['BI', 'data-analytics'],
    ['CRM', 'cloud-customer-relationship-management'],
    ['EMM', 'enterprise-mobility-management'],
    ['ERP', 'enterprise-resource-planning'],
    ['PPM', 'project-and-portfolio-management'],
    ['SMB', 'small-and-midmarket-cloud-solutions'],
    ['Data Center', 'datacenter'],
    ['Project and Portfolio', 'project-and-portfolio-management'],
    ['云工作效率', 'cloud-productivity'],
    ['雲端商務應用程式', 'cloud-business-applications'],
    ['Облачная производительность', 'cloud-productivity'],
    ['Produtividade na Nuvem', 'cloud-productivity'],
  ])('%s means %s', (name, id) => {
    expect(competencies.find(({ otherNames }) => otherNames.includes(name))?.id).toBe(id);
  });

  it.each([
    ['silver', ['Silver', '银牌', '銀級', 'Silver', 'Silver']],
    ['gold', ['Gold', '金牌', '金級', 'Gold', 'Gold']],
  ])('of %s are those of Partner Center', (level, names) => {
    const found = programme.levels.find(({ id }) => id === level)!.names;

    expect(locales.map((locale) => found[locale])).toEqual(names);
  });
});

describe('retirement', () => {
  it.each([
    ['70-354', '2017-09-30', undefined],
    ['70-355', '2017-09-30', undefined],
    ['70-246', '2017-12-31', undefined],
    ['70-247', '2017-12-31', undefined],
    ['70-534', '2017-12-31', '70-535'],
    ['MB2-709', '2017-12-31', undefined],
    ['MB2-716', '2021-01-31', undefined],
    ['MB6-897', '2021-01-31', undefined],
  ])('%s could be earned until %s', (id, retiredOn, replacedBy) => {
    const credential = credentials.find((candidate) => candidate.id === id)!;

    expect([credential.retiredOn, credential.replacedBy]).toEqual([retiredOn, replacedBy]);
  });

  it('is known of no others, and everything counts for the usual time after it', () => {
    expect(credentials.filter(({ retiredOn }) => retiredOn !== undefined)).toHaveLength(8);
    expect(credentials.filter(({ countsUntil }) => countsUntil !== undefined)).toEqual([]);
    expect(credentials.filter(({ validity }) => validity !== 'unlimited')).toEqual([]);
  });
});

/** A rule in one line: figures, then branches parted by `or`; `5×x` five people with x, `<a` within a, `≠a` apart from a. */
function written({ figures, alternatives }: Requirement): string {
  const branches = alternatives.map((branch) => branch.map(clauseText).join(' '));
  return [...figures.map(figureText), branches.join(' or ')].filter(Boolean).join('; ');
}

function figureText({ metric, atLeast: { developed, developing } }: Threshold): string {
  return developed === developing ? `${metric} ${developed}` : `${metric} ${developed}/${developing ?? '-'}`;
}

function clauseText({ id, n, each, within, apart }: Clause): string {
  return `${id}:${n}×${eachText(each)}${within ? `<${within}` : ''}${apart.map((other) => `≠${other}`).join('')}`;
}

function eachText(each: Expression): string {
  if ('credential' in each) return each.credential;
  if ('any' in each) return `(${each.any.map(eachText).join('|')})`;
  return `${each.focus ? `${each.focus}=` : ''}${each.all.map(eachText).join('&')}`;
}

const integration = '(70-412|70-740|70-741|70-742|70-462|70-464|70-762|70-764|70-483|70-487|70-532)';
const emm = '(A-MobileDeviceManagement|A-IdentityAccessManagement|A-InformationProtection|A-CloudAppSecurity)';
const azureAssessments = 'A-AzureForDataAnalyticsAndDataPlatform|A-AzureForAppDev|A-AzureForIoT|A-AzureRemoteDesktop)';
const erp = 'a:1×MB6-890 b:1×MB6-892≠a c:1×MB6-893≠a≠b d:1×MB6-705≠a≠b≠c e:1×70-462≠a≠b≠c≠d';
const builder = '(70-480|70-483|70-486|70-357|70-354|70-355|70-532|70-487|70-533)';
const datacenter = '70-246|70-247|74-409|70-410|70-411|70-412|70-413|70-414|70-417|70-740|70-741|70-742|70-743|70-744)';
const now = '2018-03-19';
const then = '2018-03-18';

describe('rules', () => {
  // prettier-ignore
  it.each<[option: string, level: string, date: string, rule: string]>([
    ['azure-consumption', 'silver', now, `azure_consumption_usd_12m 15000/10000; a:1×(A-CloudPlatform|${azureAssessments} or a:1×(70-532|70-533|70-534|70-535|70-473|70-475|C-MCSA-LinuxOnAzure)`],
    ['azure-consumption', 'gold', now, `azure_consumption_usd_12m 100000; a:2×(A-CloudPlatform|${azureAssessments} or a:2×(70-532|70-533|70-534|70-535|70-473|70-475|C-MCSA-LinuxOnAzure)`],
    ['azure-consumption', 'silver', then, `azure_consumption_usd_12m 15000/-; a:1×(A-AzureForDatacenter|${azureAssessments} or a:1×(70-532|70-533|70-534|70-473|70-475|C-MCSA-LinuxOnAzure)`],
    ['azure-consumption', 'gold', then, `azure_consumption_usd_12m 100000; a:2×(A-AzureForDatacenter|${azureAssessments} or a:2×(70-532|70-533|70-534|70-473|70-475|C-MCSA-LinuxOnAzure)`],
    ['managed-service-partner', 'silver', now, 'o365_active_entitlements 2000/1000; a:1×70-346&70-347 or a:1×C-MCSA-Office365'],
    ['managed-service-partner', 'gold', now, 'o365_active_entitlements 4000; a:2×70-346&70-347 or a:2×C-MCSA-Office365'],
    ['o365-services', 'silver', now, 'new_o365_customers_12m 4'],
    ['o365-services', 'gold', now, 'new_o365_customers_12m 25; a:2×70-347'],
    ['data-analytics-specialist', 'gold', now, 'a:2×(Business Intelligence=70-767&70-768|Advanced Analytics=70-773&70-774|Big Data=70-475&70-775) b:2×A-DataAnalyticsFoundational<a'],
    ['data-analytics-beginners', 'silver', now, 'a:2×A-DataAnalyticsFoundational b:2×(A-BIForDataAnalytics|A-AdvancedAnalytics|A-BigData)<a'],
    ['power-bi', 'gold', now, 'power_bi_seats_deployed 1000; a:2×A-BIForDataAnalytics'],
    ['big-data', 'gold', now, 'a:4×A-DataPlatformFoundational b:4×(A-SQLServer2016|A-AzureDataWarehouse|A-AzureDataServices)<a'],
    ['sql-server-specialist', 'silver', now, 'a:1×(Database Administration=70-764&70-765|Database Development=70-762&70-761&70-473) b:1×A-DataPlatformFoundational<a'],
    ['application-builder', 'silver', now, `a:2×${builder}`],
    ['application-builder', 'gold', now, 'a:4×C-MCSD-AppBuilder'],
    ['application-builder', 'silver', then, `a:2×${builder} or a:2×A-AzureForAppDev`],
    ['application-builder', 'gold', then, 'a:4×C-MCSD-AppBuilder'],
    ['application-integrator', 'silver', now, `a:2×${integration} b:2×A-BizTalkServer2013`],
    ['application-integrator', 'gold', now, `a:4×${integration} b:4×A-BizTalkServer2013`],
    ['application-integrator', 'silver', then, `a:2×${integration} b:2×A-BizTalkServer2013≠a`],
    ['application-integrator', 'gold', then, `a:4×${integration} b:4×A-BizTalkServer2013≠a`],
    ['devops-partner', 'silver', now, 'a:2×70-496&70-498 b:1×(70-497|X-PMI-ACP|X-PSM-I|X-ScrumAlliance-CSM)<a'],
    ['devops-partner', 'gold', now, 'a:4×70-496&70-498 b:2×(70-497|X-PMI-ACP|X-PSM-I|X-ScrumAlliance-CSM)<a'],
    ['datacenter-solutions', 'silver', now, `a:2×(${datacenter}`],
    ['datacenter-solutions', 'gold', now, 'a:4×(C-MCSA-WindowsServer2012|C-MCSA-WindowsServer2016)'],
    ['datacenter-solutions', 'silver', then, `a:2×(70-243|${datacenter}`],
    ['datacenter-solutions', 'gold', then, 'a:4×(C-MCSA-WindowsServer2012|C-MCSA-WindowsServer2016)'],
    ['enterprise-partner', 'silver', now, `new_ems_customers_12m 3; ems_active_entitlements 500; a:2×A-EMSOverview b:2×${emm}<a`],
    ['smb-partner', 'silver', now, `new_ems_customers_12m 20; ems_active_entitlements 125; a:2×A-EMSOverview b:2×${emm}<a`],
    ['smb-partner', 'gold', now, `new_ems_customers_12m 5; ems_active_entitlements 4000; a:4×A-EMSOverview b:4×${emm}<a`],
    ['service-partner', 'silver', now, 'a:2×(70-354|70-355|70-357) or a:2×A-Win10DeploymentSecurityManagement'],
    ['device-partner', 'gold', now, 'a:4×70-735 or a:4×A-IoTDeviceBuilderWin10'],
    ['device-partner', 'gold', then, 'a:4×70-734 or a:4×A-IoTDeviceBuilderWin10'],
    ['device-partner', 'silver', then, 'a:2×70-734 or a:2×A-IoTDeviceBuilderWin10'],
    ['surface-hub', 'silver', now, 'surface_hub_devices_shipped_ttm 12; avg_units_per_month 1; authorised_surface_hub_adr true; a:2×A-SurfaceHub'],
    ['surface-hub', 'gold', now, 'surface_hub_devices_shipped_ttm 52; avg_units_per_month 4; authorised_surface_hub_adr true; a:4×A-SurfaceHub b:4×(70-347|70-334|70-398|70-697)<a'],
    ['hybrid-services-partner', 'silver', now, 'a:2×70-347&70-345 or a:2×C-MCSE-Productivity'],
    ['systems-integrator', 'silver', now, 'a:2×(70-334&70-333|C-MCSE-Productivity) b:1×A-PracticalGuidanceVoiceFramework<a'],
    ['systems-integrator', 'gold', now, 'a:4×(70-334&70-333|C-MCSE-Productivity) b:2×A-PracticalGuidanceVoiceFramework<a'],
    ['systems-integrator', 'silver', then, 'a:2×(70-334&70-333|C-MCSE-Productivity) b:1×A-SkypeOperationsFramework<a'],
    ['systems-integrator', 'gold', then, 'a:4×(70-334&70-333|C-MCSE-Productivity) b:2×A-SkypeOperationsFramework<a'],
    ['sharepoint-services-partner', 'gold', now, 'a:4×70-347&70-339 or a:4×(C-MCSE-Productivity|C-MCSD-AppBuilder)'],
    ['project-and-portfolio-partner', 'silver', now, 'a:2×74-343&70-348'],
    ['project-and-portfolio-partner', 'gold', now, 'a:4×74-343&70-348 b:2×70-339<a'],
    ['enterprise-customer-engagement', 'silver', now, 'net_new_cloud_revenue_usd_ttm 100000/50000; a:5×MB2-715&MB2-716 b:5×(MB2-717|MB2-718|MB2-877)'],
    ['enterprise-customer-engagement', 'gold', then, 'net_new_cloud_revenue_usd_ttm 300000/-; a:15×MB2-715&MB2-716 b:15×(MB2-717|MB2-718)<a'],
    ['enterprise-operations', 'gold', now, 'd365_and_ax_revenue_usd 300000/150000; net_new_cloud_revenue_usd_ttm 75000/37000; a:15×MB6-894&70-535 b:15×(MB6-895|MB6-896|MB6-897)'],
    ['enterprise-operations', 'silver', then, 'd365_and_ax_revenue_usd 100000/-; net_new_cloud_revenue_usd_ttm 25000/-; a:5×MB6-893&MB6-892&MB6-890&70-764'],
    ['cloud-crm-reseller', 'silver', now, 'net_new_cloud_revenue_usd_ttm 100000/50000; a:1×(MB2-714|MB2-713|MB2-709|MB2-717|MB2-718|MB2-877) b:1×(MB2-710|MB2-706|MB2-715)<a c:1×(MB2-712|MB2-707|MB2-716)≠a'],
    ['cloud-crm-reseller', 'gold', then, 'net_new_cloud_revenue_usd_ttm 300000/-; a:2×(MB2-714|MB2-713|MB2-709) b:2×(MB2-710|MB2-706)<a c:2×(MB2-712|MB2-707)≠a'],
    ['erp-reseller', 'gold', now, 'gross_licence_revenue_usd_year 175000/75000'],
    ['erp-reseller', 'silver', then, `gross_licence_revenue_usd_year 75000/-; ${erp}`],
    ['erp-reseller', 'gold', then, `gross_licence_revenue_usd_year 175000/-; ${erp}`],
  ])('of %s %s on %s', (option, level, date, rule) => {
    expect(written(requirementInForce(optionOf(option), level, date)!)).toBe(rule);
  });

  it('of ERP Silver ended, and those of Surface Hub began', () => {
    expect(requirementInForce(optionOf('erp-reseller'), 'silver', now)).toBeUndefined();
    expect(requirementInForce(optionOf('surface-hub'), 'silver', then)).toBeUndefined();
    expect(rulesOn(then)).toHaveLength(48);
  });

  it.each(options.map((option) => [option.id, option] as const))('of %s leave no level out on any day', (_, option) => {
    const first = option.requirements.map(({ effectiveFrom }) => effectiveFrom).sort()[0]!;
    const levelsOn = (date: string) => levels.filter((level) => requirementInForce(option, level, date));

    expect(levelsOn(first)).toEqual(levels);
    expect(levelsOn(now)).toEqual(option.id === 'erp-reseller' ? ['gold'] : levels);
  });

  it.each([
    ['azure-consumption', ['DPOR', 'Transacting-POR']],
    ['managed-service-partner', ['O365-Delegated-Admin', 'Transacting-Partner', 'DPOR', 'FastTrack-Partner']],
    ['o365-services', ['O365-Delegated-Admin', 'Transacting-Partner', 'DPOR']],
    ['power-bi', ['POR-PowerBI']],
    ['smb-partner', ['EMS-Intune-Delegated-Admin', 'Transacting-Partner', 'FastTrack-Partner', 'DPOR']],
    ['enterprise-operations', ['DPOR']],
    ['erp-reseller', []],
  ])('of %s accept the ties %j', (option, ties) => {
    expect(optionOf(option).associations).toEqual(ties);
  });
});
