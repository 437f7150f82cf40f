/** Who hears of a notice, and from when: all admins of what is urgent, else one after the other, or the one whom it concerns. */
import type { KeptNotice, NoticeState } from './kept-notice';
import { targetsOf, type Escalation } from './recipient';

const openedAt = 1000;
const notice = (parts: Partial<KeptNotice> = {}): KeptNotice => ({
  key: 'stale',
  severity: 'note',
  audience: 'admins',
  reason: { rule: 'stale-data', importedOn: '2018-06-01', days: 35 },
  openedAt,
  opening: 1,
  round: 1,
  state: { is: 'open' },
  ...parts,
});
const circle: Escalation = { admins: ['boss', 'deputy', 'third'], hears: () => true, escalateAfter: 100 };
const told = (one: KeptNotice, about: Partial<Escalation> = {}) =>
  targetsOf(one, { ...circle, ...about }).map(({ recipient, from }) => `${recipient} ${from}`);

it.each<[string, KeptNotice, Partial<Escalation>, string[]]>([
  [
    'all admins at once of what is urgent',
    notice({ severity: 'urgent' }),
    {},
    ['boss 1000', 'deputy 1000', 'third 1000'],
  ],
  [
    'all admins of what is urgent, although one has stopped it',
    notice({ severity: 'urgent' }),
    { hears: (id) => id !== 'boss' },
    ['boss 1000', 'deputy 1000', 'third 1000'],
  ],
  [
    'one admin more after each silence of a warning',
    notice({ severity: 'warning' }),
    {},
    ['boss 1000', 'deputy 1100', 'third 1200'],
  ],
  ['one admin more after each silence of a note', notice(), {}, ['boss 1000', 'deputy 1100', 'third 1200']],
  [
    'the next admin at once where the first cannot hear it',
    notice(),
    { hears: (id) => id !== 'boss' },
    ['deputy 1000', 'third 1100'],
  ],
  ['the first admin alone where nobody can', notice(), { hears: () => false }, ['boss 1000']],
  ['nobody where there is no admin', notice(), { admins: [] }, []],
  ['the person whom it is about', notice({ audience: { person: 'ana', account: 'aad-ana' } }), {}, ['aad-ana 1000']],
  ['nobody where no account of that person is known', notice({ audience: { person: 'ana' } }), {}, []],
])('is told to %s', (_, one, about, targets) => {
  expect(told(one, about)).toEqual(targets);
});

it.each<[string, NoticeState, string[]]>([
  ['acknowledged', { is: 'acknowledged', by: 'boss', at: 2000 }, []],
  ['put off', { is: 'snoozed', by: 'boss', at: 2000, until: '2018-06-08' }, []],
  ['resolved', { is: 'resolved', at: 2000, because: 'facts' }, []],
  ['assigned to another', { is: 'assigned', by: 'boss', at: 2000, to: 'deputy' }, ['deputy 2000']],
  ['taken over by the person who pressed', { is: 'assigned', by: 'boss', at: 2000, to: 'boss' }, []],
])('that is %s is told to nobody else', (_, state, targets) => {
  expect(told(notice({ state, severity: 'urgent' }))).toEqual(targets);
});
