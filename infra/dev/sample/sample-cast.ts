/** The cast of the sample partner: invented people, and what each of them holds, so that every kind of standing occurs. */

export interface SamplePerson {
  readonly name: string;
  /** Credentials of the competency programme, by id. */
  readonly holds: readonly string[];
  /** Days before the sample's today on which the person left. */
  readonly leftDaysAgo?: number;
  /** Days before the sample's today on which the learning account was linked; absent = long ago. */
  readonly linkedDaysAgo?: number;
  /** Days before the sample's today on which the learning account was linked to another organisation. */
  readonly elsewhereDaysAgo?: number;
  /** Earned before the exams of 2012 retired, on fixed days. */
  readonly longAgo?: boolean;
  /** Exported under two learning profiles. */
  readonly twoProfiles?: boolean;
}

/** The people who decide the levels. No other person of the sample holds a credential that would change one. */
export const samplePeople: readonly SamplePerson[] = [
  // Cloud Platform Gold: just two, and a third whose exam has retired.
  { name: 'Ingrid Solheim', holds: ['70-533', '70-346', '70-347'] },
  { name: 'Tomasz Wieczorek', holds: ['70-533', '70-487'], twoProfiles: true },
  { name: 'Hannes Brückner', holds: ['70-534', '70-246'], longAgo: true },
  // Cloud Productivity and Messaging.
  { name: 'Mei-Ling Hsu', holds: ['70-346', '70-347', '70-345'] },
  { name: 'Rafael Antunes', holds: ['70-347', '70-345'] },
  // Data Analytics: Silver, and for Gold one assessment is missing.
  { name: 'Oksana Melnyk', holds: ['70-767', '70-768', 'A-DataAnalyticsFoundational'] },
  { name: 'Jonas Ekström', holds: ['70-773', '70-774'] },
  { name: 'Beatriz Figueira', holds: ['A-DataAnalyticsFoundational', 'A-BIForDataAnalytics'] },
  // Data Platform Gold with one to spare.
  { name: 'Liang Wen', holds: ['A-DataPlatformFoundational', 'A-SQLServer2016'] },
  { name: 'Priya Raghunathan', holds: ['A-DataPlatformFoundational', 'A-AzureDataServices'] },
  { name: 'Marek Novotný', holds: ['A-DataPlatformFoundational', 'A-AzureDataWarehouse'] },
  { name: 'Chiara Bellandi', holds: ['A-DataPlatformFoundational', 'A-SQLServer2016'] },
  { name: 'Samuel Okonkwo', holds: ['A-DataPlatformFoundational', 'A-AzureDataServices'] },
  // Application Development and Collaboration and Content: Silver, Gold one person short.
  { name: 'Alina Petrova', holds: ['C-MCSD-AppBuilder', '70-483'] },
  { name: 'Duarte Nogueira', holds: ['C-MCSD-AppBuilder', '70-480'] },
  { name: 'Fiona Gallagher', holds: ['C-MCSD-AppBuilder', '70-486'] },
  { name: 'Katarzyna Zielińska', holds: ['C-MCSD-AppBuilder'], elsewhereDaysAgo: 45 },
  // Application Integration: Silver one person short.
  { name: 'Henrik Vestergaard', holds: ['A-BizTalkServer2013', '70-532'] },
  // DevOps: adding up gives Gold (four people, two test certificates), but one of the two is not among the four.
  { name: 'Yuki Tanabe', holds: ['70-496', '70-498', '70-497'] },
  { name: 'Pavel Sidorov', holds: ['70-496', '70-498'] },
  { name: 'Leila Haddad', holds: ['70-496', '70-498'] },
  { name: 'Owen Prichard', holds: ['70-496', '70-498'] },
  { name: 'Zofia Lewandowska', holds: ['70-497'] },
  // Datacenter: Silver.
  { name: 'Gustav Lindqvist', holds: ['70-410', '70-411', 'C-MCSA-WindowsServer2012'] },
  { name: 'Wei Zhang', holds: ['70-740', 'C-MCSA-WindowsServer2016'] },
  { name: 'Ruth Abernathy', holds: ['70-246', '70-247'], longAgo: true },
  // Enterprise Mobility Management: Silver for small and midsize customers.
  { name: 'Nadia Karimova', holds: ['A-EMSOverview', 'A-MobileDeviceManagement'] },
  { name: 'Tiago Carvalho', holds: ['A-EMSOverview', 'A-CloudAppSecurity'] },
  { name: 'Emil Haugen', holds: ['A-EMSOverview'], linkedDaysAgo: 0 },
  // Windows and Devices: one of two.
  { name: 'Sofie Andersen', holds: ['A-Win10DeploymentSecurityManagement'] },
  // Communications: Silver until Viktor left.
  { name: 'Viktor Ivanov', holds: ['70-334', '70-333', 'A-PracticalGuidanceVoiceFramework'], leftDaysAgo: 19 },
  { name: 'Camila Duarte', holds: ['70-334', '70-333'] },
  { name: 'Aisha Rahman', holds: ['A-PracticalGuidanceVoiceFramework'] },
  // Project and Portfolio Management: one exam short of Silver.
  { name: 'Daniel Kovács', holds: ['74-343', '70-348'] },
  { name: 'Hui Lin', holds: ['74-343'] },
  // Cloud Business Applications: far away.
  { name: 'Bruno Teixeira', holds: ['MB2-715', 'MB2-717'] },
  { name: 'Anna Sergeeva', holds: ['MB2-715', 'MB2-718'] },
  // Cloud CRM Silver: choosing Renata for the first clause leaves no person for the last one.
  { name: 'Renata Moreira', holds: ['MB2-714', 'MB2-710', 'MB2-712'] },
  { name: 'Simon Achterberg', holds: ['MB2-714', 'MB2-710'] },
];

/** Exams that people without a part in the story hold: none of them fills a place in a branch that would decide a level. */
export const otherExams = ['70-346', '70-697', '70-398', '70-761', '70-764', '70-333', 'MB6-895', '70-496'] as const;

/** Certifications of a later time, which the competency programme does not name, with their activity ids. */
export const laterCertifications: readonly (readonly [activityId: string, title: string])[] = [
  ['3051', 'Azure Administrator Associate'],
  ['3077', 'Azure Solutions Architect Expert'],
  ['3078', 'Azure Developer Associate'],
  ['3082', 'Azure DevOps Engineer Expert'],
  ['3087', 'Azure Data Scientist Associate'],
  ['3091', 'Azure Security Engineer Associate'],
  ['3130', 'Teams Administrator Associate'],
  ['3142', 'Data Analyst Associate'],
];

export const givenNames =
  'Agata Ahmed Akira Ana Anders Beata Bo Carla Chen Clara Dina Egor Elif Emma Fatima Felipe Greta Hana Igor Ines Ivan Jana João Jun Karl Lara Lea Luca Maja Marta Min Nils Olga Omar Paula Petr Qiang Rosa Ruben Sara Sven Tara Ulf Vera Wanda Xin Yara Zora'.split(
    ' ',
  );
export const familyNames =
  'Abbott Almeida Berg Bianchi Castro Chou Dahl Dvořák Engel Fang Ferrari Gomes Gruber Hansen Horvat Ivers Jansen Kato Klein Kuznetsov Larsen Lopes Maier Mendes Morozov Nagy Nowak Olsen Pinto Popov Quist Reis Rossi Sato Silva Sousa Tran Ueda Vogel Volkov Weiss Wolf Xu Yamada Zhou'.split(
    ' ',
  );

/** The figures of the sample, by metric. */
export const sampleFigures: Readonly<Record<string, number | boolean>> = {
  azure_consumption_usd_12m: 132_400,
  o365_active_entitlements: 3_150,
  new_o365_customers_12m: 11,
  power_bi_seats_deployed: 180,
  new_ems_customers_12m: 22,
  ems_active_entitlements: 140,
  surface_hub_devices_shipped_ttm: 3,
  net_new_cloud_revenue_usd_ttm: 118_000,
  d365_and_ax_revenue_usd: 41_500,
  gross_licence_revenue_usd_year: 190_250,
};
