/** How a title, a number or an activity id in an export finds its credential. */
import { indexCredentials, titleKey, type Credential } from './credential';

const credential = (id: string, parts: Partial<Credential> = {}): Credential => ({
  id,
  kind: 'exam',
  titles: [`Title of ${id}`],
  activityIds: [],
  validity: 'unlimited',
  source: 'test',
  ...parts,
});

const index = indexCredentials([
  credential('70-346', { titles: ['Managing Office 365 Identities and Requirements'] }),
  credential('70-534', { titles: ['Architecting Microsoft Azure Solutions'] }),
  credential('70-535', { titles: ['Architecting Microsoft Azure Solutions'] }),
  credential('MB2-716', { titles: ['Microsoft Dynamics 365 Customization and Configuration'] }),
  credential('C-Admin', { kind: 'certification', titles: ['Azure Administrator Associate'], activityIds: ['3051'] }),
]);

it.each([
  ['70-346', undefined, '70-346'],
  ['mb2-716', undefined, 'MB2-716'],
  ['managing office 365  identities and requirements', undefined, '70-346'],
  ['Exam 70-346: Managing Office 365 Identities', undefined, '70-346'],
  ['Microsoft Certified: Azure Administrator Associate', undefined, 'C-Admin'],
  ['Microsoft Certified:Azure Administrator  Associate ', undefined, 'C-Admin'],
  ['A title that was changed', '3051', 'C-Admin'],
  ['Architecting Microsoft Azure Solutions', undefined, '70-534'],
  ['535: Architecting (70-535)', undefined, '70-535'],
  ['Azure Fundamentals', '9999', undefined],
  ['170-3461', undefined, undefined],
])('%s (%s) is %s', (title, activityId, expected) => {
  expect(index({ title, ...(activityId && { activityId }) })?.id).toBe(expected);
});

it('reduces titles to what their spellings share', () => {
  expect(titleKey(' Microsoft Certified:  Ａzure\u00a0Administrator ')).toBe('azure administrator');
});

describe('an export says what was passed', () => {
  const both = indexCredentials([
    credential('github-copilot', { kind: 'certification', titles: ['GitHub Copilot'], activityIds: ['3232'] }),
    credential('mcse-productivity', { kind: 'certification', titles: ['MCSE: Productivity'] }),
    credential('mcsa-office', { kind: 'certification', titles: ['MCSA: Office 365'] }),
    credential('70-346', { titles: ['Managing Office 365 Identities and Requirements'] }),
    credential('MB2-716', { titles: ['Dynamics'] }),
    credential('A-1', { kind: 'assessment', titles: ['Sales'] }),
    credential('X-1', { kind: 'third-party', titles: ['Certified ScrumMaster'] }),
    credential('70-1', { titles: ['Shared title'] }),
    credential('C-shared', { kind: 'certification', titles: ['Shared title'] }),
  ]);

  it.each([
    ['GitHub Copilot', 'exam', 'GH-300', undefined],
    ['GitHub Copilot', 'exam', undefined, undefined],
    ['GitHub Copilot', 'assessment', undefined, undefined],
    ['GitHub Copilot', undefined, 'GH-300', undefined],
    ['GitHub Copilot', 'certification', '3232', 'github-copilot'],
    ['GitHub Copilot', undefined, '3232', 'github-copilot'],
    ['GitHub Copilot', undefined, undefined, 'github-copilot'],
    ['Another title', 'exam', '3232', undefined],
    ['A title that was changed', 'exam', '70-346', '70-346'],
    ['Certified ScrumMaster', 'certification', undefined, 'X-1'],
    ['Sales', 'exam', undefined, 'A-1'],
    ['Shared title', 'exam', undefined, '70-1'],
    ['Shared title', 'certification', undefined, 'C-shared'],
    ['Shared title', undefined, undefined, '70-1'],
    ['70-346', 'certification', undefined, '70-346'],
    ['Granted for 70-346 and another', 'certification', undefined, undefined],
  ] as const)('%s (%s, %s) is %s', (title, kind, activityId, expected) => {
    expect(both({ title, ...(kind && { kind }), ...(activityId && { activityId }) })?.id).toBe(expected);
  });

  it.each([
    ['346', '70-346'],
    ['Exam 346: Managing Office 365 Identities and Requirements', '70-346'],
    ['Exam 346', '70-346'],
    ['346: Managing', '70-346'],
    ['Exam 70-346: Managing', '70-346'],
    ['716', undefined],
    ['Windows 346 Administration', undefined],
    ['3460', undefined],
    ['MCSA: Office 365 - Certified 2016', 'mcsa-office'],
    ['MCSE: Productivity – Certified 2017', 'mcse-productivity'],
    ['MCSE: Productivity — Certified 2017', 'mcse-productivity'],
    ['MCSE: Productivity‑Certified 2017', 'mcse-productivity'],
    ['MCSE: Cloud Platform and Infrastructure — Certified 2017', undefined],
  ])('a transcript prints %s for %s', (title, expected) => {
    expect(both({ title })?.id).toBe(expected);
  });
});
