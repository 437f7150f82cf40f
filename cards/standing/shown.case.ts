/** The cards of the standing that have goldens: as they are met every day, and where they differ much, as they are met seldom. */
import {
  situation,
  people,
  setting,
  whyIn,
  overviewOf,
  competencyOf,
  requirementsOf,
  holdersOf,
  keyPeopleIn,
  peopleOf,
  personOf,
} from '../fixture.case';
import { type ProgrammeView, programmeCard } from './programme-card';
import { scoredProgramme, bothProgrammes, scored } from '../scored.case';
import { type CompareView, compareCard } from './compare-card';
import { standingOf } from '../../domain/counting/standing';
import type { StandingDifference } from '../../domain/history/standing-difference';
import { overviewCard } from './overview-card';
import { competencyCard } from './competency-card';
import { requirementsCard } from './requirements-card';
import { whyCard } from './why-card';
import { holdersCard } from './holders-card';
import { goalsServedBy } from '../../domain/programme/goals-served';
import { servesCard } from './serves-card';
import { whatChangedCard } from './what-changed-card';
import { keyPeopleCard } from './key-people-card';
import { peopleCard } from './people-card';
import { myTeamCard } from './my-team-card';
import { personCard } from './person-card';
import { sideBySideCard } from './side-by-side-card';
import { nothingImported, riskLines, withoutNames, atPlaces, teamOf, harbourOwn, type Shown } from '../situations.case';

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
const devopsGold = { competency: 2, option: 0, level: 'gold' };
const aboutPerson = (at: typeof situation, id: string) => ({
  ...whyIn(at, devopsGold)!,
  ...(!at.setting.seesNames && { self: id }),
  about: at.facts.people.find((one) => one.id === id)!,
});
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

export const shown: readonly Shown[] = [
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
  { name: 'key-people', card: (text) => keyPeopleCard(keyPeopleIn(situation), text) },
  { name: 'key-people-competency', card: (text) => keyPeopleCard(keyPeopleIn(situation, 2), text) },
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
];
