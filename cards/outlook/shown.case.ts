/** The cards of the outlook that have goldens: as they are met every day, and where they differ much, as they are met seldom. */
import { setting, people, overviewOf, situation, planOf, reachOf, expiringOf, whatIfOf } from '../fixture.case';
import { renewalOf } from '../../domain/membership/renewal';
import { standardPolicies } from '../../domain/programme/policy';
import type { RiskView } from '../contract/view';
import { type RenewalView, renewalCard } from './renewal-card';
import type { Risk } from '../../domain/membership/risk';
import { offersFor } from '../../domain/membership/upgrade';
import { type PersonalPlanView, personalPlanCard } from './personal-plan-card';
import { personalStep, inOrderOfWorth } from '../../domain/planning/personal-plan';
import { planCard } from './plan-card';
import { reachCard } from './reach-card';
import { scored } from '../scored.case';
import { expiringCard } from './expiring-card';
import { whatIfCard } from './what-if-card';
import { upgradeCard } from './upgrade-card';
import { profileUnder } from '../../domain/membership/profile';
import { profileCard } from './profile-card';
import { benefitCard } from './benefit-card';
import { riskCard } from './risk-card';
import { membershipCard } from './membership-card';
import { ownRenewalCard } from './own-renewal-card';
import {
  riskLines,
  harbourOwn,
  atPlaces,
  withCostsOnRecord,
  withoutNames,
  teamOf,
  nothingImported,
  type Shown,
} from '../situations.case';

const silver = { level: 'silver', boughtOn: '2018-02-14', renewedOn: [] };
const withMembership = {
  ...setting,
  partner: { ...setting.partner, membership: silver },
  asOf: '2018-06-01',
  isAdmin: true,
  isRenewable: false,
  anniversary: '2019-02-14',
};
const withoutMembership = { ...setting, asOf: '2018-06-01', isAdmin: true, isRenewable: false };
const renewal = renewalOf(silver, standardPolicies, '2018-06-01');
const riskView: RiskView = {
  ...setting,
  asOf: '2018-06-01',
  until: '2019-02-14',
  because: 'anniversary',
  renewal,
  lines: riskLines,
  counts: [
    { state: 'at-risk', count: 2 },
    { state: 'active', count: 1 },
    { state: 'started', count: 2 },
  ],
  people: new Map(people.map((one) => [one.id, one])),
};
const { renewal: __, ...withoutRenewal } = riskView;
const { newestImport: ___, ...withoutImport } = riskView;
const renewalView: RenewalView = {
  ...setting,
  asOf: '2018-06-01',
  isAdmin: true,
  membership: silver,
  renewal,
  lines: riskLines,
  policies: standardPolicies,
};
const harbourRisk: Risk = {
  code: 'lapses',
  competency: 'harbour-light',
  level: 'partner',
  on: '2018-08-16',
  causes: [
    { code: 'evidence', metric: 'consumption', on: '2018-08-15' },
    { code: 'enrolment', goal: 'harbour-light', on: '2018-05-01' },
  ],
  own: harbourOwn,
};
const offersOf = (membership: typeof silver | undefined) =>
  offersFor(setting.programme, overviewOf().standing, {
    membership,
    policies: standardPolicies,
    today: '2018-06-01',
  });
/** What one person could earn for every level of the programme. */
function personalPlanOf({ setting, facts, asOf }: typeof situation, id: string): PersonalPlanView {
  const { programme } = setting;
  const steps = programme.competencies.flatMap(({ id: competency }) =>
    programme.levels.flatMap(
      (level) => personalStep(id, { competency, level: level.id }, { programme, facts, asOf }) ?? [],
    ),
  );
  const person = facts.people.find((one) => one.id === id)!;
  return { ...setting, asOf, person, isOwn: false, steps: inOrderOfWorth(steps) };
}

export const shown: readonly Shown[] = [
  { name: 'plan', card: (text) => planCard(planOf(situation, 2, 'gold'), text) },
  { name: 'plan-by-place', card: (text) => planCard(planOf(atPlaces, 2, 'gold'), text) },
  { name: 'plan-figures', card: (text) => planCard(planOf(situation, 1, 'gold'), text) },
  { name: 'plan-costs', card: (text) => planCard(planOf(withCostsOnRecord, 2, 'gold'), text) },
  { name: 'plan-without-names', card: (text) => planCard(planOf(withoutNames, 2, 'gold'), text) },
  { name: 'plan-reach', card: (text) => reachCard(reachOf(situation, 'silver'), text) },
  {
    name: 'plan-risk',
    card: (text) => {
      const reach = reachOf(situation, 'silver');
      const remedies = riskLines.map(({ risk }, index) => ({
        risk,
        short: [],
        ...planOf(situation, index, 'gold').roads[0],
      }));
      return reachCard({ ...reach, remedies, ...(reach.joint && { jointRemedy: reach.joint }) }, text);
    },
  },
  { name: 'personal-plan', card: (text) => personalPlanCard(personalPlanOf(situation, 'dana'), text) },
  {
    name: 'personal-plan-own',
    card: (text) => personalPlanCard({ ...personalPlanOf(scored, scored.facts.people[0]!.id), isOwn: true }, text),
  },
  {
    name: 'personal-plan-none-for-goal',
    card: (text) => {
      const view = { ...personalPlanOf(situation, 'dana'), steps: [] };
      return personalPlanCard({ ...view, goal: { competency: 'devops', level: 'gold' } }, text);
    },
  },
  {
    name: 'personal-plan-none',
    card: (text) =>
      personalPlanCard({ ...personalPlanOf(situation, 'kim'), hindrance: { code: 'not-linked' }, steps: [] }, text),
  },
  {
    name: 'personal-plan-asking',
    card: (text) =>
      personalPlanCard({ ...personalPlanOf(situation, 'dana'), mayAsk: true, tasks: teamOf().tasks }, text),
  },
  {
    name: 'personal-plan-tasks',
    card: (text) =>
      personalPlanCard({ ...personalPlanOf(situation, 'dana'), isOwn: true, tasks: teamOf().tasks }, text),
  },
  {
    name: 'personal-plan-by',
    card: (text) => {
      const view = personalPlanOf(situation, 'dana');
      return personalPlanCard({ ...view, steps: view.steps.map((step) => ({ ...step, by: '2019-02-14' })) }, text);
    },
  },
  {
    name: 'personal-plan-many',
    card: (text) => {
      const view = personalPlanOf(situation, 'dana');
      const steps = Array.from({ length: 28 }, (_, at) => view.steps[at % view.steps.length]!);
      return personalPlanCard({ ...view, steps }, text);
    },
  },
  { name: 'plan-by', card: (text) => planCard({ ...planOf(situation, 2, 'gold'), by: '2019-02-14' }, text) },
  { name: 'expiring', card: (text) => expiringCard(expiringOf(situation, 365), text) },
  { name: 'expiring-without-names', card: (text) => expiringCard(expiringOf(withoutNames, 365), text) },
  {
    name: 'what-if',
    card: (text) =>
      whatIfCard(
        whatIfOf(situation, [
          { kind: 'leaves', person: 'boris', on: '2018-07-01' },
          { kind: 'retires', credential: '90-101' },
          { kind: 'passes', person: 'dana', credential: '90-302' },
        ]),
        text,
      ),
  },
  {
    name: 'what-if-lapses',
    card: (text) =>
      whatIfCard(
        whatIfOf(situation, [
          { kind: 'lapses', person: 'dana', credential: '90-103', on: '2018-07-01' },
          { kind: 'lapses', person: 'boris', credential: '90-302' },
        ]),
        text,
      ),
  },
  {
    name: 'what-if-without-names',
    card: (text) => whatIfCard(whatIfOf(withoutNames, [{ kind: 'leaves', person: 'dana' }]), text),
  },
  { name: 'renewal', card: (text) => renewalCard(renewalView, text) },
  {
    name: 'renewal-window',
    card: (text) =>
      renewalCard(
        {
          ...renewalView,
          asOf: '2019-03-01',
          lines: [],
          renewal: renewalOf(silver, standardPolicies, '2019-03-01'),
        },
        text,
      ),
  },
  {
    name: 'renewal-lapsed',
    card: (text) =>
      renewalCard(
        { ...renewalView, asOf: '2019-03-17', renewal: renewalOf(silver, standardPolicies, '2019-03-17') },
        text,
      ),
  },
  {
    name: 'upgrade',
    card: (text) => upgradeCard({ ...setting, asOf: '2018-06-01', offers: offersOf(undefined) }, text),
  },
  {
    name: 'upgrade-held',
    card: (text) => {
      const partner = { ...setting.partner, membership: silver };
      return upgradeCard({ ...setting, partner, asOf: '2018-06-01', offers: offersOf(silver) }, text);
    },
  },
  {
    name: 'upgrade-no-data',
    card: (text) => upgradeCard({ ...nothingImported, asOf: '2018-06-01', offers: offersOf(undefined) }, text),
  },
  {
    name: 'profile',
    card: (text) => {
      const { standing } = overviewOf();
      const after = ['silver', 'gold'].map((level) => ({
        level,
        shown: profileUnder(level, standing, setting.programme),
      }));
      return profileCard({ ...setting, asOf: '2018-06-01', now: after[0]!.shown.slice(1), after }, text);
    },
  },
  {
    name: 'profile-nothing',
    card: (text) => profileCard({ ...setting, asOf: '2018-06-01', now: [], after: [] }, text),
  },
  { name: 'benefits', card: (text) => benefitCard({ programme: setting.programme, asOf: '2018-06-01' }, text) },
  { name: 'risk', card: (text) => riskCard(riskView, text) },
  { name: 'risk-without-names', card: (text) => riskCard({ ...riskView, seesNames: false, self: 'ana' }, text) },
  { name: 'risk-no-data', card: (text) => riskCard({ ...withoutImport, lines: [], counts: [] }, text) },
  {
    name: 'risk-none',
    card: (text) => riskCard({ ...withoutRenewal, because: 'no-membership', lines: [], counts: [] }, text),
  },
  { name: 'membership', card: (text) => membershipCard({ ...withMembership, isAdmin: false }, text) },
  {
    name: 'membership-recorded',
    card: (text) => {
      const undo = { after: { market: 'developed', membership: silver }, before: { market: 'developed' } } as const;
      return membershipCard({ ...withMembership, done: { code: 'recorded', undo } }, text);
    },
  },
  {
    name: 'membership-implied',
    card: (text) => membershipCard({ ...withoutMembership, implied: { level: 'gold', boughtOn: '2017-09-01' } }, text),
  },
  {
    name: 'membership-refused',
    card: (text) => {
      const entered = { level: 'silver', boughtOn: '30.02.2018' };
      const refusal = { code: 'not-a-date', heard: '30.02.2018' } as const;
      return membershipCard({ ...withoutMembership, entered, refusal }, text);
    },
  },
  {
    name: 'score-renewal',
    card: (text) =>
      renewalCard(
        {
          ...renewalView,
          ...scored.setting,
          membership: { ...silver, level: 'partner' },
          lines: [],
          own: [
            {
              goal: 'harbour-light',
              anniversary: '2019-01-20',
              opens: '2018-11-21',
              closes: '2019-02-19',
              evidence: [{ metric: 'consumption', until: '2019-08-15' }],
            },
          ],
        },
        text,
      ),
  },
  {
    name: 'renewal-own',
    card: (text) =>
      ownRenewalCard(
        {
          ...scored.setting,
          asOf: '2018-06-01',
          policies: standardPolicies,
          own: [{ goal: 'harbour-light', ...harbourOwn, evidence: [{ metric: 'consumption', until: '2018-08-15' }] }],
          lines: [{ risk: harbourRisk, state: 'at-risk' }],
        },
        text,
      ),
  },
  {
    name: 'risk-own',
    card: (text) => {
      const lines = [{ risk: harbourRisk, state: 'at-risk' as const }];
      return riskCard({ ...riskView, ...scored.setting, lines }, text);
    },
  },
  { name: 'score-plan', card: (text) => planCard(planOf(scored, 0, 'partner'), text) },
  {
    name: 'score-what-if',
    card: (text) => whatIfCard(whatIfOf(scored, [{ kind: 'leaves', person: 'chen' }]), text),
  },
  { name: 'score-expiring', card: (text) => expiringCard(expiringOf(scored, 365), text) },
];
