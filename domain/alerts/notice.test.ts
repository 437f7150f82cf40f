/** What a notice is called, who it is for, and the people that it names. */
import { noIdentifiers } from '../partner/people/person';
import { person } from '../fixture.case';
import { audienceOf, noticeKey, peopleInNotice, stoppableRules, type GraveRisk, type Notice } from './notice';

it('has a key of which each part can be told from the others, whatever it holds', () => {
  expect(noticeKey('runway', '2019-02-14', '-90')).toBe('runway/2019-02-14/-90');
  expect(noticeKey('certification', 'a/b', 'c d')).toBe('certification/a%2Fb/c%20d');
  expect(noticeKey('level-lost', 'a/b', 'c')).not.toBe(noticeKey('level-lost', 'a', 'b/c'));
});

it('is for one person by id, with the account in lower case where one is known', () => {
  const known = person('ana', [], { identifiers: { ...noIdentifiers, aadUserId: ['AAD-Ana', 'aad-second'] } });

  expect(audienceOf(known)).toEqual({ person: 'ana', account: 'aad-ana' });
  expect(audienceOf(person('bo', []))).toEqual({ person: 'bo' });
});

it('can be stopped by any rule but the way on board, which ends with the link', () => {
  expect(stoppableRules).not.toContain('onboarding');
  expect(stoppableRules).toContain('onboarding-help');
});

const left = (id: string) =>
  ({ code: 'credential', person: id, credential: 'p', because: { code: 'not-linked' }, on: '2018-06-01' }) as const;
const lapses = (...people: string[]): GraveRisk => ({
  code: 'lapses',
  competency: 'c',
  level: 'silver',
  on: '2018-06-01',
  causes: [{ code: 'rule', on: '2018-06-01' }, ...people.map(left)],
});
const granted: GraveRisk = { code: 'override', competency: 'c', level: 'silver', until: '2018-06-01', lasts: false };
const atRisk = (...risks: GraveRisk[]): Notice['reason'] => ({
  rule: 'renewal-at-risk',
  level: 'silver',
  until: '2019-02-14',
  because: 'anniversary',
  risks,
});
const repairBy = (...people: string[]) => ({
  competency: 'c',
  tasks: people.map((id) => ({ person: id, credentials: ['p'] })),
  short: [],
});

it.each<[string, Pick<Notice, 'reason' | 'repair'>, string[]]>([
  ['nobody, of data', { reason: { rule: 'stale-data', importedOn: '2018-06-01', days: 35 } }, []],
  [
    'whose matter it is',
    { reason: { rule: 'counts-now', person: 'ana', since: '2018-06-01', credentials: 1 } },
    ['ana'],
  ],
  ['who causes a loss', { reason: { rule: 'level-lapses', risk: lapses('ana', 'bo') } }, ['ana', 'bo']],
  ['nobody, of an override', { reason: { rule: 'level-lapses', risk: granted } }, []],
  ['who causes any of several', { reason: atRisk(lapses('ana'), granted, lapses('bo')) }, ['ana', 'bo']],
  [
    'who would repair it, too',
    { reason: { rule: 'level-lapses', risk: lapses('ana') }, repair: repairBy('cleo') },
    ['ana', 'cleo'],
  ],
  ['each person once', { reason: atRisk(lapses('ana'), lapses('ana')), repair: repairBy('ana', 'bo') }, ['ana', 'bo']],
])('speaks of %s', (_, notice, people) => {
  expect(peopleInNotice(notice)).toEqual(people);
});
