/** The cards of onboarding that have goldens: as they are met every day, and where they differ much, as they are met seldom. */
import { onboardCard } from './onboard-card';
import { onboardOf, people, setting, funnel } from '../fixture.case';
import { troubleCard } from './trouble-card';
import { invitedCard } from './invited-card';
import { funnelCard } from './funnel-card';
import { inStateCard } from './in-state-card';
import { type Shown } from '../situations.case';

export const shown: readonly Shown[] = [
  {
    name: 'onboard',
    card: (text) => {
      const limit = { code: 'thirty-days', until: '2018-06-20' } as const;
      return onboardCard(onboardOf({ state: 'account-made', since: '2018-05-30', checks: 0 }, { limit }), text);
    },
  },
  {
    name: 'onboard-waiting',
    card: (text) => {
      const person = { ...people[10]!, accountOn: '2018-05-28', linkedOn: '2018-05-30' };
      const next = { number: 3, at: '2018-06-09T10:00:00.000Z' } as const;
      const standing = { state: 'waiting', since: '2018-05-30', by: { kind: 'person' }, checks: 2, next } as const;
      return onboardCard(onboardOf(standing, { person, reply: { kind: 'known', since: '2018-05-30' } }), text);
    },
  },
  {
    name: 'onboard-stuck',
    card: (text) => {
      const standing = { state: 'stuck', since: '2018-05-10', checks: 3 } as const;
      const steps = [{ kind: 'reminded', at: '2018-05-30T10:00:00Z', by: { kind: 'admin', id: 'a1' } }] as const;
      return onboardCard(onboardOf(standing, { isSelf: false, isAdmin: true, seesNames: true, steps }), text);
    },
  },
  {
    name: 'onboard-told',
    card: (text) => {
      const standing = {
        state: 'waiting',
        since: '2018-05-28',
        checks: 2,
        by: { kind: 'person' },
        next: { number: 3, at: '2018-06-07T09:00:00.000Z' },
      } as const;
      const told = { occasion: 'nothing-yet', since: '2018-05-28' } as const;
      return onboardCard(onboardOf(standing, { told, invitedBy: 'Ana Duarte' }), text);
    },
  },
  {
    name: 'onboard-severed',
    card: (text) => {
      const person = { ...people[10]!, linkedOn: '2018-03-01', linkedElsewhereOn: '2018-05-30' };
      const standing = {
        state: 'linked-elsewhere',
        since: '2018-05-30',
        by: { kind: 'elsewhere' },
        checks: 0,
      } as const;
      return onboardCard(onboardOf(standing, { person, isAdmin: true }), text);
    },
  },
  {
    name: 'onboard-done',
    card: (text) => onboardCard(onboardOf({ state: 'counts', checks: 0 }, { countsFor: ['devops', 'cloud'] }), text),
  },
  {
    name: 'onboard-trouble',
    card: (text) => troubleCard({ ...setting, asOf: '2018-06-01', person: people[10]!, isSelf: true }, text),
  },
  {
    name: 'onboard-until',
    card: (text) => {
      const person = people[10]!;
      return troubleCard({ ...setting, asOf: '2018-06-01', person, isSelf: true, cause: 'third-this-year' }, text);
    },
  },
  {
    name: 'onboard-invited',
    card: (text) => {
      const standing = { state: 'invited', since: '2018-06-01', checks: 0 } as const;
      const invited = [
        { person: people[10]!, standing, isNew: true, hindrance: 'unknown-account' },
        { person: people[0]!, standing: { state: 'counts', checks: 0 } as const, isNew: false, isReminded: true },
      ];
      return invitedCard({ ...setting, asOf: '2018-06-01', invited, unknown: ['Nobody Known'] }, text);
    },
  },
  { name: 'onboard-funnel', card: (text) => funnelCard(funnel, text) },
  {
    name: 'onboard-in-state',
    card: (text) => {
      const { needing, page, ...rest } = funnel;
      const lines = needing.filter(({ standing }) => standing.state === 'stuck');
      return inStateCard(
        { ...setting, asOf: rest.asOf, state: 'stuck', lines, remindable: rest.remindable, page },
        text,
      );
    },
  },
];
