/** The cards of alerts that have goldens: as they are met every day, and where they differ much, as they are met seldom. */
import { type GraveRisk, type NoticeReason, noticeKey, helpReasons } from '../../domain/alerts/notice';
import type { KeptNotice } from '../../domain/alerts/kept-notice';
import type { AlertSetting } from '../contract/alert-view';
import { setting, people } from '../fixture.case';
import { teamDigestCard } from './team-digest-card';
import { teamSettingCard } from './team-setting-card';
import { shareCard } from '../general/share-card';
import { alertCard } from './alert-card';
import { alertsCard } from './alerts-card';
import { alertSettingsCard, alertTopicsCard } from './alert-settings-card';
import { usualSettings } from '../../domain/alerts/alert-settings';
import { riskLines, atPlaces, type Shown } from '../situations.case';

const grave = riskLines.map(({ risk }) => risk).filter((risk): risk is GraveRisk => risk.code !== 'thin');
const noticeOf = (reason: NoticeReason, parts: Partial<KeptNotice> = {}): KeptNotice => ({
  key: noticeKey(reason.rule, 'shown'),
  severity: 'warning',
  audience: 'admins',
  reason,
  openedAt: Date.parse('2018-06-01T09:00:00Z'),
  opening: 1,
  round: 1,
  state: { is: 'open' },
  ...parts,
});
const atRisk = noticeOf(
  { rule: 'renewal-at-risk', level: 'silver', until: '2019-02-14', because: 'anniversary', risks: grave },
  {
    severity: 'urgent',
    repair: { competency: 'devops', tasks: [{ person: 'dana', credentials: ['90-301'] }], short: ['consumption'] },
  },
);
const lost = noticeOf({ rule: 'level-lost', risk: grave[0]! }, { severity: 'urgent' });
const lapsing = noticeOf(
  { rule: 'level-lapses', risk: grave[1]! },
  { state: { is: 'assigned', by: 'boss', at: Date.parse('2018-06-01T09:30:00Z'), to: 'aad-dana' } },
);
const runway = (step: number) => noticeOf({ rule: 'runway', step, anniversary: '2019-02-14', closes: '2019-03-16' });
const ownRunway = noticeOf({
  rule: 'runway',
  step: -60,
  anniversary: '2018-07-20',
  closes: '2018-08-19',
  goal: 'cloud-platform',
});
const certification = noticeOf(
  { rule: 'certification', person: 'dana', credential: '90-302', until: '2018-08-30' },
  { audience: { person: 'dana', account: 'aad-dana' } },
);
const countsNow = noticeOf(
  { rule: 'counts-now', person: 'dana', since: '2018-06-01', credentials: 2 },
  { audience: { person: 'dana', account: 'aad-dana' }, severity: 'note' },
);
const needsHelp = (why: (typeof helpReasons)[number]) =>
  noticeOf({ rule: 'onboarding-help', person: 'boris', why, since: '2018-05-20' });
const ownWay = noticeOf(
  { rule: 'onboarding', person: 'dana', occasion: 'silent', state: 'account-made', since: '2018-05-28' },
  { severity: 'note', audience: { person: 'dana' } },
);
const elsewhere = noticeOf({ rule: 'linked-elsewhere', person: 'boris', on: '2018-05-30' });
const stale = noticeOf({ rule: 'stale-data', importedOn: '2018-04-20', days: 35 }, { severity: 'note' });
const oldFigures = noticeOf(
  { rule: 'figures-outdated', outdated: 2, missing: 1, oldest: '2017-05-20', competency: 'devops', enteredBy: 'boss' },
  { severity: 'note' },
);
const ownTeam = noticeOf(
  {
    rule: 'team',
    week: '2018-05-28',
    people: 6,
    counts: { tasks: 4, overdue: 1, booked: 1, declined: 1, onboarding: 1, ending: 1 },
    matters: [
      { is: 'overdue', person: 'dana', credential: '90-302', on: '2018-05-25' },
      { is: 'declined', person: 'chen', credential: '90-301', on: '2018-05-28' },
      { is: 'stuck', person: 'ivo', on: '2018-05-10' },
      { is: 'ending', person: 'emil', credential: '90-301', on: '2018-08-20' },
      { is: 'asked', person: 'lea', credential: '90-302', on: '2018-07-01' },
    ],
    more: 3,
  },
  { audience: { person: 'boris', account: 'aad-boris' } },
);
const smallTeam = noticeOf(
  {
    rule: 'team',
    week: '2018-05-28',
    people: 3,
    counts: { tasks: 1, overdue: 0, booked: 1, declined: 0, onboarding: 2, ending: 0 },
    matters: [
      { is: 'silent', person: 'ivo', on: '2018-05-20' },
      { is: 'no-account', person: 'lea', on: '2018-05-26' },
      { is: 'booked', person: 'dana', credential: '90-302', on: '2018-06-20' },
    ],
    more: 0,
  },
  { severity: 'note', audience: { person: 'boris', account: 'aad-boris' } },
);
const changing = noticeOf({
  rule: 'requirement-change',
  competency: 'devops',
  on: '2018-10-01',
  levels: [
    { level: 'silver', met: true },
    { level: 'gold', met: false },
  ],
});
const alertSetting: AlertSetting = {
  ...setting,
  asOf: '2018-06-01',
  people: new Map(people.map((one) => [one.id, one])),
  names: new Map([
    ['boss', 'Ana Duarte'],
    ['aad-dana', 'Dana Whitfield'],
  ]),
};
const asBoris: AlertSetting = { ...alertSetting, seesNames: false, self: 'boris' };
const toBoris = { ...asBoris, seesNames: true, namesTeam: true } as const;
const asDana: AlertSetting = { ...alertSetting, seesNames: false, self: 'dana' };

export const shown: readonly Shown[] = [
  {
    name: 'team-digest',
    card: (text) =>
      teamDigestCard(
        {
          ...alertSetting,
          seesNames: false,
          trend: { since: '2018-05-02', held: 1, goals: {} },
          held: { held: 2, of: 3 },
          lines: [],
          tasks: [],
          days: [
            { id: 'renewal/last-safe-exam', on: '2018-06-20', title: text.say('renewal.last-safe-exam') },
            { id: 'renewal/anniversary', on: '2018-08-02', title: text.say('renewal.anniversary') },
          ],
        },
        text,
      ),
  },
  {
    name: 'team-setting',
    card: (text) => {
      const rooms = [
        { value: '19:a', title: 'Partner team' },
        { value: '19:b', title: 'Cloud practice' },
      ];
      return teamSettingCard({ team: { conversation: '19:b', names: true }, rooms, hindrance: '403' }, text);
    },
  },
  {
    name: 'share-wanted',
    card: (text) => {
      const shared = teamSettingCard({ team: undefined, rooms: [] }, text);
      const question = { ask: 'share', card: 'risk', to: '19:a', names: 'yes', reference: '1' } as const;
      const names = ['Ana Souza', 'Jo Weber'];
      return shareCard({ state: 'wanted', room: 'Partner team', shared, names, question }, text);
    },
  },
  { name: 'team-setting-none', card: (text) => teamSettingCard({ team: undefined, rooms: [] }, text) },
  { name: 'alert', card: (text) => alertCard({ ...alertSetting, notice: atRisk }, text) },
  { name: 'alert-lost', card: (text) => alertCard({ ...alertSetting, notice: lost }, text) },
  {
    name: 'alert-in-doubt',
    card: (text) => alertCard({ ...alertSetting, notice: atRisk, doubtedOn: '2018-05-31' }, text),
  },
  { name: 'alert-lapses', card: (text) => alertCard({ ...alertSetting, notice: lapsing, isChanged: true }, text) },
  { name: 'alert-runway', card: (text) => alertCard({ ...alertSetting, notice: runway(-180) }, text) },
  {
    name: 'alert-runway-last',
    card: (text) => alertCard({ ...alertSetting, asOf: '2019-03-16', notice: runway(30) }, text),
  },
  { name: 'alert-runway-own', card: (text) => alertCard({ ...alertSetting, notice: ownRunway }, text) },
  { name: 'alert-certification', card: (text) => alertCard({ ...asDana, notice: certification }, text) },
  { name: 'alert-counts-now', card: (text) => alertCard({ ...asDana, notice: countsNow }, text) },
  { name: 'alert-onboarding', card: (text) => alertCard({ ...asDana, notice: ownWay }, text) },
  {
    name: 'alert-onboarding-help',
    card: (text) =>
      alertsCard({ ...alertSetting, fresh: helpReasons.map(needsHelp), others: [], failures: [], page: 1 }, text),
  },
  { name: 'alert-linked-elsewhere', card: (text) => alertCard({ ...alertSetting, notice: elsewhere }, text) },
  {
    name: 'alert-linked-elsewhere-told',
    card: (text) =>
      alertCard(
        {
          ...alertSetting,
          notice: noticeOf({ rule: 'linked-elsewhere', person: 'boris', on: '2018-05-30', told: true }),
        },
        text,
      ),
  },
  {
    name: 'alert-severed',
    card: (text) =>
      alertCard(
        {
          ...alertSetting,
          notice: noticeOf({ rule: 'linked-elsewhere', person: 'boris', on: '2018-05-30', recorded: true }),
        },
        text,
      ),
  },
  { name: 'alert-stale-data', card: (text) => alertCard({ ...alertSetting, notice: stale }, text) },
  { name: 'alert-figures-outdated', card: (text) => alertCard({ ...alertSetting, notice: oldFigures }, text) },
  { name: 'alert-team', card: (text) => alertCard({ ...toBoris, notice: ownTeam }, text) },
  { name: 'alert-team-small', card: (text) => alertCard({ ...toBoris, notice: smallTeam }, text) },
  { name: 'alert-team-asked', card: (text) => alertCard({ ...asBoris, notice: ownTeam }, text) },
  {
    name: 'alerts-digest-team',
    card: (text) => {
      const about = { ...asBoris, digestOf: '2018-06-01', failures: [], page: 1 };
      return alertsCard({ ...about, fresh: [ownTeam, certification], others: [] }, text);
    },
  },
  { name: 'alert-requirement-change', card: (text) => alertCard({ ...alertSetting, notice: changing }, text) },
  {
    name: 'alert-resolved',
    card: (text) => {
      const state = { is: 'resolved', at: Date.parse('2018-06-20'), because: 'facts' } as const;
      return alertCard({ ...alertSetting, notice: { ...atRisk, state } }, text);
    },
  },
  {
    name: 'alert-assign',
    card: (text) => {
      const choice = { of: 'person', people: [{ value: 'aad-dana', title: 'Dana Whitfield' }] } as const;
      return alertCard({ ...alertSetting, notice: lost, choice }, text);
    },
  },
  {
    name: 'alert-assigned-unreached',
    card: (text) => {
      const at = Date.parse('2018-06-01T09:30:00Z');
      const state = { is: 'assigned', by: 'boss', at, to: people[0]!.id, person: people[0]!.id } as const;
      const known = new Map([...alertSetting.people, [people[0]!.id, people[0]!] as const]);
      const view = { ...alertSetting, people: known, notice: { ...lost, state }, hindrance: 'unknown-account' };
      return alertCard(view, text);
    },
  },
  {
    name: 'alert-snooze',
    card: (text) => {
      const days = [
        { days: 1, on: '2018-06-02' },
        { days: 7, on: '2018-06-08' },
      ];
      const state = { is: 'acknowledged', by: 'boss', at: Date.parse('2018-06-01') } as const;
      return alertCard({ ...alertSetting, notice: { ...lost, state }, choice: { of: 'day', days } }, text);
    },
  },
  {
    name: 'alerts',
    card: (text) => {
      const others = [atRisk, lapsing, elsewhere, stale, changing];
      const codes = ['nobody-to-reach', 'MessageWritesBlocked', '403', '429', 'no-answer', 'tenant-not-allowed', 'odd'];
      const failures = codes.map((code) => ({ name: 'Boris Volkov', code }));
      return alertsCard({ ...alertSetting, fresh: [], others, failures, page: 1 }, text);
    },
  },
  {
    name: 'alerts-none',
    card: (text) => alertsCard({ ...alertSetting, fresh: [], others: [], failures: [], page: 1 }, text),
  },
  {
    name: 'alerts-digest',
    card: (text) => {
      const state = { is: 'snoozed', by: 'boss', at: Date.parse('2018-06-01'), until: '2018-06-08' } as const;
      const others = [{ ...lapsing, state }];
      return alertsCard(
        {
          ...alertSetting,
          fresh: [lost, stale],
          others,
          failures: [],
          digestOf: '2018-06-01',
          trend: { trend: { since: '2018-05-02', held: 3, goals: {} }, held: 2, of: 8 },
          page: 1,
        },
        text,
      );
    },
  },
  {
    name: 'alerts-digest-by-place',
    card: (text) => {
      const people = new Map(atPlaces.facts.people.map((one) => [one.id, one]));
      const about = { ...alertSetting, people, digestOf: '2018-06-01', page: 1 };
      return alertsCard({ ...about, fresh: [lost], others: [lapsing], failures: [] }, text);
    },
  },
  {
    name: 'alert-settings',
    card: (text) =>
      alertSettingsCard(
        {
          settings: { ...usualSettings('boss'), stopped: ['stale-data'] },
          timeZone: 'Europe/Lisbon',
          isAdmin: true,
          done: { code: 'did-stop', rule: 'stale-data' },
        },
        text,
      ),
  },
  {
    name: 'alert-settings-of-others',
    card: (text) =>
      alertSettingsCard(
        {
          settings: { ...usualSettings('dana'), quietFrom: 8, quietTo: 8, workingDays: [7, 1, 2, 3, 4] },
          isAdmin: false,
          done: { code: 'saved' },
        },
        text,
      ),
  },
  { name: 'alert-topics', card: (text) => alertTopicsCard('stop', ['runway', 'certification'], text) },
];
