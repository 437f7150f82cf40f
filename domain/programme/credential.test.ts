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
