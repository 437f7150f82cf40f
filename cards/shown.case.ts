/** The cards that have goldens: each card once as it is met every day, and where it differs much, as it is met seldom. */
import { apartCard } from './records/apart-card';
import { usualSettings } from '../domain/alerts/alert-settings';
import type { KeptNotice } from '../domain/alerts/kept-notice';
import { helpReasons, noticeKey, type GraveRisk, type NoticeReason } from '../domain/alerts/notice';
import { standardPolicies } from '../domain/programme/policy';
import { profileUnder } from '../domain/membership/profile';
import type { Risk } from '../domain/membership/risk';
import { renewalOf } from '../domain/membership/renewal';
import { standingOf } from '../domain/counting/standing';
import { offersFor } from '../domain/membership/upgrade';
import { alertCard } from './alerts/alert-card';
import { languageCard } from './general/language-card';
import { alertSettingsCard, alertTopicsCard } from './alerts/alert-settings-card';
import { alertsCard } from './alerts/alerts-card';
import type { Card } from './elements/card';
import { benefitCard } from './outlook/benefit-card';
import { competencyCard } from './standing/competency-card';
import { correctionCard } from './records/correction-card';
import { expiringCard } from './outlook/expiring-card';
import { exportCard } from './records/export-card';
import {
  type Situation,
  competencyOf,
  correctionOf,
  expiringOf,
  funnel,
  holdersOf,
  importPlanOf,
  keyPeopleIn,
  onboardOf,
  overviewOf,
  people,
  peopleOf,
  personOf,
  planOf,
  reachOf,
  requirementsOf,
  setting,
  situation,
  whatIfOf,
  whyIn,
} from './fixture.case';
import { funnelCard } from './onboarding/funnel-card';
import { inStateCard } from './onboarding/in-state-card';
import { helpCard } from './general/help-card';
import { helpTopicCard } from './general/help-topic-card';
import { previewCard } from './general/preview-card';
import { smallTalkCard } from './general/small-talk-card';
import { teamDigestCard } from './alerts/team-digest-card';
import { teamSettingCard } from './alerts/team-setting-card';
import { shareCard } from './general/share-card';
import { calendarCard } from './records/calendar-card';
import { aboutMeCard, ownDataFileCard } from './records/about-me-card';
import { forgetCard, forgetPartnerCard, forgottenCard } from './records/forget-card';
import { readmitCard, readmittedCard } from './records/readmit-card';
import { retentionCard, retentionPreviewCard } from './records/retention-card';
import { adminsCard } from './records/admins-card';
import { auditCard } from './records/audit-card';
import { auditedActs, terminal } from '../domain/partner/audit-entry';
import { metricsAskedBy } from '../domain/programme/asked-metrics';
import { figureAreasCard } from './records/figure-areas-card';
import { figureCard, figuresCard } from './records/figures-card';
import { figuresEnteredCard } from './records/figures-entered-card';
import { costFormCard } from './records/cost-form-card';
import { costsCard } from './records/costs-card';
import type { CostsChange } from '../domain/partner/correction';
import type { ExamCost } from '../domain/partner/exam-cost';
import { figuresFormCard } from './records/figures-form-card';
import { holdersCard } from './standing/holders-card';
import { servesCard } from './standing/serves-card';
import { goalsServedBy } from '../domain/programme/goals-served';
import { invitedCard } from './onboarding/invited-card';
import { importHowCard } from './records/import-how-card';
import { importPlanCard } from './records/import-plan-card';
import { importStateCard } from './records/import-state-card';
import { keyPeopleCard } from './standing/key-people-card';
import { membershipCard } from './outlook/membership-card';
import { onboardCard } from './onboarding/onboard-card';
import { overviewCard } from './standing/overview-card';
import { myTeamCard, type MyTeamView } from './standing/my-team-card';
import { peopleCard } from './standing/people-card';
import { personCard } from './standing/person-card';
import { personalPlanCard, type PersonalPlanView } from './outlook/personal-plan-card';
import { planCard } from './outlook/plan-card';
import { reachCard } from './outlook/reach-card';
import { profileCard } from './outlook/profile-card';
import { recordFormCard } from './records/record-form-card';
import { credentialChoices, personChoices } from './sections/choices';
import { refusalCard } from './general/refusal-card';
import { ownRenewalCard } from './outlook/own-renewal-card';
import { renewalCard, type RenewalView } from './outlook/renewal-card';
import { compareCard, type CompareView } from './standing/compare-card';
import { sideBySideCard } from './standing/side-by-side-card';
import { inOrderOfWorth, personalStep } from '../domain/planning/personal-plan';
import { programmeCard, type ProgrammeView } from './standing/programme-card';
import { requirementsCard } from './standing/requirements-card';
import { riskCard } from './outlook/risk-card';
import { bothProgrammes, scored, scoredProgramme } from './scored.case';
import type { Text } from './text';
import { taskCards } from './tasks/task-cards.case';
import { troubleCard } from './onboarding/trouble-card';
import { whatChangedCard } from './standing/what-changed-card';
import type { StandingDifference } from '../domain/history/standing-difference';
import { upgradeCard } from './outlook/upgrade-card';
import type { AlertSetting } from './contract/alert-view';
import type { RiskLine, RiskView } from './contract/view';
import { welcomeCard } from './general/welcome-card';
import { whatIfCard } from './outlook/what-if-card';
import { whyCard } from './standing/why-card';

export interface Shown {
  readonly name: string;
  readonly card: (text: Text) => Card;
}

const { newestImport: _, ...nothingImported } = setting;
const withoutNames = { ...situation, setting: { ...setting, seesNames: false, self: 'dana' } };
const today = {
  ...situation,
  asOf: '2024-01-15',
  facts: {
    ...situation.facts,
    figures: [],
    people: people.filter(({ id }) => id === 'kim' || id === 'lea'),
  },
};
const withOverride = {
  ...situation,
  facts: {
    ...situation.facts,
    overrides: [{ competency: 'devops', level: 'gold', until: '2018-08-31', source: 'by-hand 1' }],
  },
};
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
const programmeView: ProgrammeView = {
  ...setting,
  asOf: '2018-06-01',
  isAdmin: true,
  choices: [
    { programme: setting.programme, isFollowed: true },
    { programme: scoredProgramme, isFollowed: false },
    { programme: bothProgrammes, isFollowed: false },
  ],
};
const compareView: CompareView = {
  ...scored.setting,
  asOf: scored.asOf,
  achievements: 8,
  programmes: [
    {
      programme: setting.programme,
      isFollowed: false,
      standing: standingOf(setting.programme, situation.facts, scored.asOf),
      counted: { named: 0, of: 8, exams: 0 },
    },
    {
      programme: scoredProgramme,
      isFollowed: true,
      standing: standingOf(scoredProgramme, scored.facts, scored.asOf),
      counted: { named: 7, of: 8, exams: 0 },
    },
  ],
};
const renewal = renewalOf(silver, standardPolicies, '2018-06-01');
const { options } = competencyOf(situation, 2).standing;
const riskLines: readonly RiskLine[] = [
  {
    state: 'at-risk',
    standing: options[0]!.levels[1]!,
    risk: {
      code: 'lost',
      competency: 'devops',
      level: 'gold',
      shownUntil: '2019-02-14',
      causes: [
        {
          code: 'credential',
          person: 'hana',
          credential: '90-301',
          because: { code: 'left', on: '2018-04-30' },
          on: '2018-04-30',
        },
      ],
    },
  },
  {
    state: 'at-risk',
    risk: {
      code: 'lapses',
      competency: 'cloud-platform',
      level: 'silver',
      on: '2018-10-01',
      causes: [
        {
          code: 'credential',
          person: 'emil',
          credential: '90-202',
          because: { code: 'expired', on: '2018-09-30' },
          on: '2018-09-30',
        },
        {
          code: 'credential',
          person: 'fay',
          credential: '90-204',
          because: { code: 'left', on: '2018-08-31' },
          on: '2018-08-31',
        },
        { code: 'rule', on: '2018-10-01' },
      ],
    },
  },
  {
    state: 'at-risk',
    standing: options[0]!.levels[1]!,
    risk: { code: 'override', competency: 'data-analytics', level: 'gold', until: '2018-08-31', lasts: false },
  },
  { state: 'active', risk: { code: 'thin', competency: 'crm', level: 'silver', people: ['ana', 'boris'] } },
];
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
const harbourOwn = { anniversary: '2019-01-20', opens: '2018-11-21', closes: '2019-02-19' };
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
const offersOf = (membership: typeof silver | undefined) =>
  offersFor(setting.programme, overviewOf().standing, {
    membership,
    policies: standardPolicies,
    today: '2018-06-01',
  });
const devopsGold = { competency: 2, option: 0, level: 'gold' };

const aboutPerson = (at: typeof situation, id: string) => ({
  ...whyIn(at, devopsGold)!,
  ...(!at.setting.seesNames && { self: id }),
  about: at.facts.people.find((one) => one.id === id)!,
});

/** A list of people that says where everyone but one works. */
const atPlaces: Situation = {
  ...situation,
  facts: {
    ...situation.facts,
    people: people.map((one, at) =>
      one.id === 'lea'
        ? one
        : {
            ...one,
            office: at % 3 === 0 ? '里斯本' : 'Berlin *Mitte*',
            team: at < 6 ? 'Data & AI' : 'Cloud',
          },
    ),
  },
};

/** The people of a manager: one waits, one is stuck, one is to earn something, and something ends. */
function teamOf(): MyTeamView {
  const all = peopleOf().people.filter(({ person }) => ['chen', 'dana', 'emil', 'ivo', 'lea'].includes(person.id));
  const waiting = {
    ivo: { state: 'account-made', since: '2018-01-10', checks: 0 },
    lea: { state: 'invited', checks: 0 },
  } as const;
  const credential = setting.programme.credentials.find(({ id }) => id === '90-301')!;
  return {
    ...setting,
    seesNames: true,
    asOf: '2018-06-01',
    people: new Map(all.map(({ person }) => [person.id, person])),
    reports: all.map((one) => {
      const standing = one.person.id in waiting ? waiting[one.person.id as keyof typeof waiting] : undefined;
      return { ...one, ...(standing && { waiting: standing }) };
    }),
    endings: [{ person: people[3]!, credential, until: '2018-08-20', because: 'expiry' }],
    days: 90,
    tasks: [
      {
        id: 'dana/90-302',
        person: 'dana',
        credential: '90-302',
        askedBy: 'boss',
        askedAt: Date.parse('2018-05-01'),
        due: '2018-05-25',
        opening: 1,
        state: { is: 'accepted', at: Date.parse('2018-05-02') },
      },
    ],
    page: 1,
  };
}

/** More people than a card has room for: their field is searched at the bot. */
const manyPeople = Array.from({ length: 60 }, (_, index) => ({
  ...people[0]!,
  id: `many-${index}`,
  name: `Person ${index + 1}`,
}));

const recordForms: readonly Shown[] = [
  { name: 'left-form', card: (text) => recordFormCard(formFor('left', text), text) },
  { name: 'completed-form', card: (text) => recordFormCard(formFor('completed', text), text) },
  {
    name: 'completed-form-begun',
    card: (text) => {
      const known = { credential: setting.programme.credentials[2]!.id, on: '2018-05-21' };
      return recordFormCard({ ...formFor('completed', text), known }, text);
    },
  },
  {
    name: 'completed-form-large',
    card: (text) =>
      recordFormCard({ ...formFor('completed', text), people: personChoices(manyPeople, {}, text.locale) }, text),
  },
  {
    name: 'completed-form-own',
    card: (text) => {
      const { people: _, ...own } = formFor('completed', text);
      return recordFormCard(own, text);
    },
  },
];

function formFor(kind: 'left' | 'completed', text: Text) {
  const credentials = credentialChoices({ programme: setting.programme, text });
  const choices = personChoices(people, setting, text.locale);
  return { ...setting, asOf: situation.asOf, kind, people: choices, credentials };
}
const costsOnRecord: readonly ExamCost[] = [
  { vouchers: 1, enteredOn: '2018-05-20', source: 'by-hand 1' },
  { credential: '90-301', fee: { units: 16_550, currency: 'USD' }, enteredOn: '2018-05-20', source: 'by-hand 1' },
];
const withCostsOnRecord: Situation = {
  ...situation,
  setting: { ...setting, partner: { ...setting.partner, costs: costsOnRecord } },
};
const difference: StandingDifference = {
  since: '2018-05-10',
  isCutShort: true,
  goals: [
    { goal: 'data-analytics', before: { progress: 60 }, after: { level: 'silver', progress: 40 } },
    { goal: 'cloud-platform', before: { level: 'gold', progress: 100 }, after: { level: 'silver', progress: 75 } },
    { goal: 'devops', before: { progress: 20 }, after: { progress: 45 } },
    { goal: 'crm', before: { progress: 50, points: 34.5 }, after: { progress: 40, points: 28 } },
  ],
  before: { people: 40, counting: 21, lapsed: 3 },
  after: { people: 42, counting: 24, lapsed: 5 },
  imports: 2,
};

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

export const shownCards: readonly Shown[] = [
  { name: 'overview', card: (text) => overviewCard(overviewOf(), text) },
  {
    name: 'overview-no-data',
    card: (text) =>
      overviewCard(
        overviewOf({ ...situation, setting: nothingImported, facts: { ...situation.facts, people: [], figures: [] } }),
        text,
      ),
  },
  { name: 'overview-none-named', card: (text) => overviewCard(overviewOf(today), text) },
  { name: 'competency', card: (text) => competencyCard(competencyOf(), text) },
  {
    name: 'risk-in-competency',
    card: (text) => competencyCard({ ...competencyOf(situation, 2), risk: riskLines[0]!.risk }, text),
  },
  { name: 'competency-cloud', card: (text) => competencyCard(competencyOf(situation, 1), text) },
  { name: 'competency-without-names', card: (text) => competencyCard(competencyOf(withoutNames, 2), text) },
  { name: 'requirements', card: (text) => requirementsCard(requirementsOf(), text) },
  { name: 'requirements-cloud', card: (text) => requirementsCard(requirementsOf(situation, 1), text) },
  { name: 'why', card: (text) => whyCard(whyIn(situation, devopsGold)!, text) },
  { name: 'why-person', card: (text) => whyCard(aboutPerson(situation, 'boris'), text) },
  { name: 'why-person-counts', card: (text) => whyCard(aboutPerson(situation, 'dana'), text) },
  { name: 'why-person-own', card: (text) => whyCard(aboutPerson(withoutNames, 'dana'), text) },
  { name: 'why-without-names', card: (text) => whyCard(whyIn(withoutNames, devopsGold)!, text) },
  { name: 'plan', card: (text) => planCard(planOf(situation, 2, 'gold'), text) },
  { name: 'plan-by-place', card: (text) => planCard(planOf(atPlaces, 2, 'gold'), text) },
  { name: 'plan-figures', card: (text) => planCard(planOf(situation, 1, 'gold'), text) },
  { name: 'plan-costs', card: (text) => planCard(planOf(withCostsOnRecord, 2, 'gold'), text) },
  { name: 'costs', card: (text) => costsCard({ ...withCostsOnRecord.setting, page: 1 }, text) },
  { name: 'costs-none', card: (text) => costsCard({ ...setting, page: 1 }, text) },
  {
    name: 'cost-form',
    card: (text) =>
      costFormCard({ ...withCostsOnRecord.setting, asOf: '2018-06-01', credentials: ['90-301', '90-302'] }, text),
  },
  {
    name: 'correction-costs',
    card: (text) => {
      const [any, one] = costsOnRecord;
      const after = [
        { ...any!, vouchers: 1 },
        { ...one!, fee: { units: 20_000, currency: 'USD' } },
      ];
      return correctionCard(costsCorrectionOf({ kind: 'costs', before: [one!], after }, 'wanted'), text);
    },
  },
  {
    name: 'correction-cost-undone',
    card: (text) => {
      const [, one] = costsOnRecord;
      return correctionCard(costsCorrectionOf({ kind: 'costs', before: [], after: [one!] }, 'undone'), text);
    },
  },
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
  { name: 'who-holds', card: (text) => holdersCard(holdersOf(situation, ['90-301']), text) },
  { name: 'who-holds-several', card: (text) => holdersCard(holdersOf(situation, ['90-301', 'A-Data']), text) },
  {
    name: 'who-holds-unnamed',
    card: (text) => holdersCard({ ...holdersOf(situation, ['90-301']), unnamed: ['70-448'] }, text),
  },
  { name: 'who-holds-without-names', card: (text) => holdersCard(holdersOf(withoutNames, ['90-301']), text) },
  {
    name: 'serves',
    card: (text) => {
      const goals = goalsServedBy('90-301', setting.programme, situation.asOf);
      return servesCard({ ...setting, asOf: situation.asOf, credential: '90-301', goals }, text);
    },
  },
  {
    name: 'figures',
    card: (text) => {
      const figures = situation.facts.figures.map((figure) => ({ figure, file: 'figures.csv' }));
      return figuresCard({ ...setting, asOf: situation.asOf, figures, page: 1 }, text);
    },
  },
  {
    name: 'figures-one',
    card: (text) => {
      const recorded = { figure: situation.facts.figures[0]!, file: 'figures.csv' };
      return figureCard({ ...setting, asOf: situation.asOf, metric: recorded.figure.metric, recorded }, text);
    },
  },
  {
    name: 'figures-one-missing',
    card: (text) => {
      const { id: metric } = situation.setting.programme.metrics.at(-1)!;
      return figureCard({ ...setting, asOf: situation.asOf, metric, seesNames: false }, text);
    },
  },
  {
    name: 'figures-form',
    card: (text) => figuresFormCard(figuresFormOf(situation), text),
  },
  {
    name: 'figures-form-of-points',
    card: (text) => figuresFormCard(figuresFormOf(scored), text),
  },
  {
    name: 'figure-areas',
    card: (text) => {
      const areas = [
        { competency: situation.setting.programme.competencies[0]!.id, asked: 1, missing: 0, outdated: 1 },
        { competency: situation.setting.programme.competencies[1]!.id, asked: 6, missing: 5, outdated: 0 },
      ];
      return figureAreasCard({ ...situation.setting, asOf: situation.asOf, areas, page: 1 }, text);
    },
  },
  ...(['wanted', 'recorded'] as const).map((state) => ({
    name: `figures-${state}`,
    card: (text: Text) => figuresEnteredCard(figuresEnteredAs(state), text),
  })),
  {
    name: 'apart',
    card: (text) => apartCard({ person: 'p1', other: 'p2', name: 'Mette Strand', isApart: true }, text),
  },
  {
    name: 'apart-undone',
    card: (text) => apartCard({ person: 'p1', other: 'p2', name: 'Mette Strand', isApart: false }, text),
  },
  {
    name: 'what-changed',
    card: (text) => whatChangedCard({ ...setting, asOf: '2018-06-01', since: '2018-05-01', difference }, text),
  },
  {
    name: 'what-changed-nothing-kept',
    card: (text) => whatChangedCard({ ...setting, asOf: '2018-06-01', since: '2018-05-01', seesNames: false }, text),
  },
  {
    name: 'overview-trend',
    card: (text) => overviewCard({ ...overviewOf(), trend: { since: '2018-05-02', held: 1, goals: {} } }, text),
  },
  {
    name: 'audit',
    card: (text) => {
      const acts = auditedActs.map((act, index) => ({
        id: `${index}`,
        at: `2018-05-${10 + index}T08:30:00.000Z`,
        by: index === 0 ? terminal : 'a1',
        act,
        about: act === 'people-read' ? 'who-holds' : act === 'exported' ? 'people.csv' : 'completed',
        ...(index > 1 && { name: 'Ana *Souza*' }),
      }));
      const entries = [...acts, ...acts];
      return auditCard({ entries, page: 1, person: 'Ana', since: '2018-05-01', keptDays: 400 }, text);
    },
  },
  {
    name: 'admins',
    card: (text) => {
      const line = (account: string, name: string) => ({ account, name, isSelf: false, isBySettings: false });
      const admins = [
        { ...line('a1', 'Ana *Souza*'), isSelf: true },
        { ...line('a2', 'Mette Strand'), isBySettings: true },
        line('a3', 'Chen Wei (chen@contoso.example)'),
      ];
      return adminsCard({ admins, page: 1 }, text);
    },
  },
  {
    name: 'about-me',
    card: (text) => {
      const [record] = situation.facts.people;
      const some = (count: number) => Array.from({ length: count }, () => ({}));
      const data = {
        records: [record!],
        achievements: 3,
        onboarding: some(2),
        tasks: some(1),
        corrections: some(1),
        chats: some(1),
        alertSettings: some(1),
        alerts: some(4),
        deliveries: some(1),
        audit: some(5),
        imports: some(0),
        isAdmin: true,
      };
      return aboutMeCard({ data }, text);
    },
  },
  {
    name: 'calendar',
    card: (text) =>
      calendarCard(
        {
          state: 'shown',
          isAdmin: true,
          isKnown: true,
          entries: [
            { id: 'exam', on: '2018-06-20', title: text.say('calendar.own-exam', { credential: '70-533' }) },
            { id: 'due', on: '2018-07-01', title: text.say('calendar.own-due', { credential: '70-534' }) },
            { id: 'ends', on: '2018-09-30', title: text.say('calendar.own-ends', { credential: '70-473' }) },
          ],
        },
        text,
      ),
  },
  {
    name: 'calendar-none',
    card: (text) => calendarCard({ state: 'shown', isAdmin: false, isKnown: true, entries: [] }, text),
  },
  {
    name: 'calendar-unknown',
    card: (text) => calendarCard({ state: 'shown', isAdmin: false, isKnown: false, entries: [] }, text),
  },
  {
    name: 'calendar-file',
    card: (text) => calendarCard({ state: 'saved', path: 'export/laurel.ics', isAdmin: false }, text),
  },
  { name: 'about-me-file', card: (text) => ownDataFileCard({ state: 'saved', path: 'export/my-data.json' }, text) },
  {
    name: 'forget',
    card: (text) => {
      const changes = [
        { competency: setting.programme.competencies[0]!.id, before: 'silver', after: undefined },
      ] as const;
      const question = { ask: 'forget', person: 'p1', isSure: true } as const;
      const view = { name: 'Mette *Strand*', achievements: 3, rows: 12, changes, question };
      return forgetCard(view, { text, programme: setting.programme });
    },
  },
  { name: 'forget-partner', card: (text) => forgetPartnerCard({ word: 'Fern *Ltd*', people: 42, rows: 230 }, text) },
  { name: 'readmit', card: (text) => readmitCard({ count: 2 }, text) },
  { name: 'readmitted', card: (text) => readmittedCard(text) },
  { name: 'retention', card: (text) => retentionCard({ retention: { left: 730 }, said: 'saved' }, text) },
  {
    name: 'retention-wanted',
    card: (text) => {
      const counts = { alerts: 12, audit: 0, left: 1, undone: 0, chats: 3 };
      const question = { ask: 'retention', left: '730', chats: '400', from: '90 400 0 0 0' } as const;
      return retentionPreviewCard({ retention: { left: 730, chats: 400 }, counts, question }, text);
    },
  },
  { name: 'forgotten', card: (text) => forgottenCard({ what: 'person' }, text) },
  { name: 'small-talk', card: (text) => smallTalkCard('thanks', text) },
  {
    name: 'help-topic',
    card: (text) => helpTopicCard({ topic: 'undo-import', isAction: true, programme: setting.programme }, text),
  },
  {
    name: 'help-how-to-link',
    card: (text) => helpTopicCard({ topic: 'step', isAction: true, programme: setting.programme }, text),
  },
  {
    name: 'help-somebody-new',
    card: (text) => helpTopicCard({ topic: 'onboard', isAction: true, programme: setting.programme }, text),
  },
  {
    name: 'preview',
    card: (text) => {
      const heading = text.say('preview.undo-import', { file: 'people.csv' });
      return previewCard({ heading, lines: [], question: { ask: 'undo-import', import: 'i1' } }, text);
    },
  },
  { name: 'expiring', card: (text) => expiringCard(expiringOf(situation, 365), text) },
  { name: 'expiring-without-names', card: (text) => expiringCard(expiringOf(withoutNames, 365), text) },
  { name: 'key-people', card: (text) => keyPeopleCard(keyPeopleIn(situation), text) },
  { name: 'key-people-competency', card: (text) => keyPeopleCard(keyPeopleIn(situation, 2), text) },
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
  { name: 'people', card: (text) => peopleCard(peopleOf(), text) },
  { name: 'people-by-place', card: (text) => peopleCard(peopleOf(atPlaces), text) },
  { name: 'people-in-office', card: (text) => peopleCard({ ...peopleOf(atPlaces), office: 'Berlin *Mitte*' }, text) },
  {
    name: 'people-no-place',
    card: (text) => peopleCard({ ...peopleOf(atPlaces), unknownPlace: 'Paris', find: 'Souza' }, text),
  },
  { name: 'my-team', card: (text) => myTeamCard(teamOf(), text) },
  {
    name: 'my-team-one',
    card: (text) => {
      const { reports, endings, tasks, ...view } = teamOf();
      const only = 'dana';
      const isOnly = ({ person }: { readonly person: { readonly id: string } }) => person.id === only;
      const own = tasks.filter(({ person }) => person === only);
      return myTeamCard(
        { ...view, only, reports: reports.filter(isOnly), endings: endings.filter(isOnly), tasks: own },
        text,
      );
    },
  },
  {
    name: 'my-team-none',
    card: (text) => myTeamCard({ ...teamOf(), reports: [], endings: [], tasks: [] }, text),
  },
  { name: 'person', card: (text) => personCard(personOf(), text) },
  {
    name: 'person-asked-by',
    card: (text) => personCard({ ...personOf(situation, 5), askedBy: ['devops', 'cloud-platform'] }, text),
  },
  {
    name: 'person-none-asked',
    card: (text) => {
      const view = personOf(situation, 5);
      const achievements = view.achievements.map(({ achievement }) => ({ achievement }));
      return personCard({ ...view, achievements }, text);
    },
  },
  { name: 'person-who-left', card: (text) => personCard(personOf(situation, 7), text) },
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
  ...recordForms,
  {
    name: 'people-found',
    card: (text) => peopleCard({ ...peopleOf(), find: 'e', show: 'counts', order: 'levels' }, text),
  },
  {
    name: 'people-for-goal',
    card: (text) => peopleCard({ ...peopleOf(), competency: 'devops', show: 'uncounted' }, text),
  },
  {
    name: 'people-left-since',
    card: (text) => peopleCard({ ...peopleOf(), show: 'left', since: '2018-01-01' }, text),
  },
  { name: 'people-none-found', card: (text) => peopleCard({ ...peopleOf(), find: 'zz' }, text) },
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
  {
    name: 'overview-own',
    card: (text) => {
      const [first, second] = scored.setting.programme.competencies;
      const own = [
        { goal: first!.id, level: 'partner', ...harbourOwn, code: 'lapses' as const, lapsesOn: '2018-08-16' },
        { goal: second!.id, level: 'partner', ...harbourOwn },
      ];
      const counts = { lost: 0, lapses: 1, override: 0, thin: 0 };
      const risks = { until: '2019-02-14', because: 'anniversary' as const, counts, own };
      return overviewCard({ ...overviewOf(scored), risks }, text);
    },
  },
  { name: 'score-plan', card: (text) => planCard(planOf(scored, 0, 'partner'), text) },
  {
    name: 'score-what-if',
    card: (text) => whatIfCard(whatIfOf(scored, [{ kind: 'leaves', person: 'chen' }]), text),
  },
  { name: 'score-expiring', card: (text) => expiringCard(expiringOf(scored, 365), text) },
  {
    name: 'person-with-certificates',
    card: (text) => personCard(personOf({ ...scored, asOf: '2024-08-01' }, 0), text),
  },
  { name: 'score-overview', card: (text) => overviewCard(overviewOf(scored), text) },
  { name: 'score-competency', card: (text) => competencyCard(competencyOf(scored), text) },
  { name: 'score-requirements', card: (text) => requirementsCard(requirementsOf(scored), text) },
  { name: 'score-why', card: (text) => whyCard(whyIn(scored, { competency: 0, option: 1, level: 'partner' })!, text) },
  {
    name: 'score-why-behind-gate',
    card: (text) => whyCard(whyIn(scored, { competency: 0, option: 0, level: 'partner' })!, text),
  },
  {
    name: 'score-why-without-names',
    card: (text) => {
      const unnamed = { ...scored, setting: { ...scored.setting, seesNames: false, self: 'chen' } };
      return whyCard(whyIn(unnamed, { competency: 0, option: 0, level: 'partner' })!, text);
    },
  },
  { name: 'programme', card: (text) => programmeCard(programmeView, text) },
  { name: 'programme-preview', card: (text) => programmeCard({ ...programmeView, wanted: bothProgrammes }, text) },
  {
    name: 'programme-recorded',
    card: (text) => programmeCard({ ...programmeView, done: { code: 'recorded', before: 'other' } }, text),
  },
  {
    name: 'programme-for-everybody',
    card: (text) => programmeCard({ ...programmeView, isAdmin: false }, text),
  },
  { name: 'compare', card: (text) => compareCard(compareView, text) },
  {
    name: 'side-by-side',
    card: (text) =>
      sideBySideCard({ ...overviewOf(), competencies: setting.programme.competencies.map(({ id }) => id) }, text),
  },
  {
    name: 'score-side-by-side',
    card: (text) => {
      const { competencies } = scored.setting.programme;
      return sideBySideCard(
        { ...overviewOf(scored), competencies: competencies.map(({ id }) => id).slice(0, 4) },
        text,
      );
    },
  },
  {
    name: 'correction',
    card: (text) =>
      correctionCard(
        correctionOf({ kind: 'left', person: 'ana', before: '2018-12-31', after: '2018-07-01' }, 'wanted'),
        text,
      ),
  },
  {
    name: 'correction-without-day',
    card: (text) => {
      const wanted = correctionOf({ kind: 'left', person: 'ana', after: '2018-06-01' }, 'wanted');
      return correctionCard({ ...wanted, undated: { ask: 'left', person: 'ana' } }, text);
    },
  },
  {
    name: 'correction-recorded',
    card: (text) => {
      const achievement = { title: '90-103', completedOn: '2018-06-01', expiresOn: '2020-06-01', source: 'by-hand 1' };
      return correctionCard(correctionOf({ kind: 'completed', person: 'ana', achievement }, 'recorded'), text);
    },
  },
  {
    name: 'correction-undone',
    card: (text) => {
      const before = { metric: 'consumption', value: 62_500, asOf: '2018-05-31', source: 'import-2' };
      const after = { ...before, value: 70_000, source: 'by-hand 1' };
      return correctionCard(correctionOf({ kind: 'figure', before, after }, 'undone'), text);
    },
  },
  { name: 'import', card: importHowCard },
  { name: 'import-plan', card: (text) => importPlanCard(importPlanOf(), text) },
  {
    name: 'import-plan-first',
    card: (text) => {
      const other = { ...setting.programme, id: 'designations', names: { en: 'Solutions Partner designations' } };
      const choices = [
        { programme: setting.programme, named: 10, of: 320, exams: 0 },
        { programme: other, named: 150, of: 160, exams: 160 },
      ];
      return importPlanCard({ ...importPlanOf(), gone: [], choices }, text);
    },
  },
  {
    name: 'import-plan-changed',
    card: (text) => {
      const gone = { isEmpty: true, isChangedSince: true, rejected: [], warnings: [] };
      return importPlanCard({ ...importPlanOf(), ...gone }, text);
    },
  },
  {
    name: 'import-applied',
    card: (text) => {
      const achievements = { new: 12, unchanged: 160, removed: 2 };
      const record = { ...setting.newestImport!, kind: 'training-completions', achievements } as const;
      const view = {
        ...setting,
        asOf: '2018-06-01',
        file: record.file,
        state: 'applied',
        record,
        isUndoable: true,
        meaning: {
          counted: { programme: setting.programme, named: 150, of: 160, exams: 0 },
          met: 2,
          goals: 7,
          nearest: { competency: 'data-analytics', level: 'gold' },
          next: { code: 'plan', nearest: { competency: 'data-analytics', level: 'gold' } },
        },
      } as const;
      return importStateCard(view, text);
    },
  },
  {
    name: 'import-undone',
    card: (text) => {
      const view = {
        ...setting,
        asOf: '2018-06-01',
        file: 'Export.csv',
        state: 'undone',
        restored: 5,
        removed: 3,
      } as const;
      return importStateCard({ ...view, leftAlone: ['Ana', 'Boris'] }, text);
    },
  },
  {
    name: 'import-reading',
    card: (text) =>
      importStateCard({ ...setting, asOf: '2018-06-01', file: 'Export.csv', state: 'reading', pending: '1' }, text),
  },
  {
    name: 'import-running',
    card: (text) =>
      importStateCard({ ...setting, asOf: '2018-06-01', file: 'Export.csv', state: 'running', pending: '1' }, text),
  },
  {
    name: 'import-running-progress',
    card: (text) => {
      const view = { ...setting, asOf: '2018-06-01', file: 'Export.csv', state: 'running', pending: '1' } as const;
      return importStateCard({ ...view, progress: { done: 12_800, of: 40_000 } }, text);
    },
  },
  { name: 'export', card: (text) => exportCard({ state: 'choose', canOffer: true }, text) },
  {
    name: 'export-failed',
    card: (text) => exportCard({ state: 'failed', file: 'people.csv', fault: 'unreachable', canOffer: false }, text),
  },
  {
    name: 'correction-override',
    card: (text) => {
      const before = { competency: 'devops', level: 'gold', until: '2018-06-30', source: 'by-hand 1' };
      const after = { ...before, from: '2018-06-01', until: '2018-08-31' };
      return correctionCard(correctionOf({ kind: 'override', competency: 'devops', before, after }, 'wanted'), text);
    },
  },
  {
    name: 'overview-risk',
    card: (text) => {
      const counts = { lost: 1, lapses: 2, override: 1, reached: 0, thin: 3 };
      return overviewCard({ ...overviewOf(), risks: { until: '2019-02-14', because: 'anniversary', counts } }, text);
    },
  },
  { name: 'overview-override', card: (text) => overviewCard(overviewOf(withOverride), text) },
  {
    name: 'competency-override',
    card: (text) => competencyCard(competencyOf(withOverride, 2), text),
  },
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
    name: 'share-where',
    card: (text) =>
      shareCard(
        {
          state: 'where',
          what: 'risk',
          rooms: [{ value: '19:a', title: 'Partner team' }],
          question: { ask: 'share', card: 'risk' },
        },
        text,
      ),
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
  { name: 'share-failed', card: (text) => shareCard({ state: 'failed', room: 'Partner team', code: '403' }, text) },
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
    name: 'language',
    card: (text) => languageCard({ speaks: text.locale, isDone: false }, text),
  },
  {
    name: 'language-chosen',
    card: (text) => languageCard({ speaks: text.locale, chosen: text.locale, isDone: true }, text),
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
  {
    name: 'help',
    card: (text) =>
      helpCard(
        {
          isAdmin: false,
          programme: setting.programme,
          commands: (
            [
              'progress',
              'competency',
              'requirements',
              'why',
              'plan',
              'what-if',
              'key-people',
              'expiring',
              'people',
              'person',
              'help',
            ] as const
          ).map((name) => ({ name })),
        },
        text,
      ),
  },
  {
    name: 'welcome',
    card: (text) =>
      welcomeCard(
        { scope: 'personal', partner: 'Alderbrook Systems', adminIsYou: true, programme: setting.programme },
        text,
      ),
  },
  {
    name: 'welcome-channel',
    card: (text) => welcomeCard({ scope: 'channel', adminIsYou: false, programme: setting.programme }, text),
  },
  {
    name: 'refusal',
    card: (text) =>
      refusalCard(
        {
          code: 'ambiguous',
          heard: 'cloud',
          candidates: ['Cloud Platform', 'Cloud Productivity'].map((label) => ({
            label,
            question: { ask: 'competency', competency: label.toLowerCase().replace(' ', '-') },
          })),
        },
        text,
      ),
  },
  {
    name: 'several-requests',
    card: (text) => {
      const owen = {
        label: 'Owen left on 31 May',
        question: { ask: 'left', person: 'Owen', on: '2018-05-31' },
      } as const;
      const leila = {
        label: 'Leila passed 70-497',
        question: { ask: 'completed', person: 'Leila', credential: '70-497' },
      } as const;
      return refusalCard({ code: 'several-requests', nearest: [owen, leila] }, text);
    },
  },
  { name: 'bare-answer', card: (text) => refusalCard({ code: 'bare-answer' }, text) },
  ...taskCards,
];

function figuresFormOf({ setting: shownIn, asOf, facts }: Situation) {
  const [competency] = shownIn.programme.competencies;
  const metrics = metricsAskedBy(competency!, shownIn.programme, asOf);
  return { ...shownIn, asOf, competency: competency!.id, metrics, figures: facts.figures };
}

function figuresEnteredAs(state: 'wanted' | 'recorded') {
  const { setting: shownIn, asOf, facts } = situation;
  const [one, two] = facts.figures;
  const competency = shownIn.programme.competencies[0]!.id;
  const changes = [{ kind: 'figure', before: one!, after: { ...one!, value: 42, asOf } } as const];
  const values = changes.map(({ after: { metric, value } }) => ({ metric, value }));
  const confirm = { ask: 'enter-figures', competency, values, confirm: { versions: ['1'], at: 1 } } as const;
  const effect = { asOf, changes: [], points: [], singlePoints: 0 };
  const missed = state === 'recorded' ? [two?.metric ?? one!.metric] : [];
  return { ...shownIn, asOf, competency, changes, missed, effect, ...(state === 'wanted' && { confirm }) };
}

/** Costs count for no level, so their correction has no effect to tell. */
function costsCorrectionOf(change: CostsChange, state: 'wanted' | 'undone') {
  const { effect: _, ...view } = correctionOf(change, state);
  return view;
}
