/** The cards that have goldens: each card once as it is met every day, and where it differs much, as it is met seldom. */
import type { Card } from './card';
import { competencyCard } from './competency-card';
import {
  competencyOf,
  overviewOf,
  people,
  peopleOf,
  personOf,
  requirementsOf,
  setting,
  situation,
  whyIn,
} from './fixture.case';
import { helpCard } from './help-card';
import { overviewCard } from './overview-card';
import { peopleCard } from './people-card';
import { personCard } from './person-card';
import { refusalCard } from './refusal-card';
import { requirementsCard } from './requirements-card';
import type { Text } from './text';
import { welcomeCard } from './welcome-card';
import { whyCard } from './why-card';

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
const devopsGold = { competency: 2, option: 0, level: 'gold' };

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
  { name: 'competency-cloud', card: (text) => competencyCard(competencyOf(situation, 1), text) },
  { name: 'competency-without-names', card: (text) => competencyCard(competencyOf(withoutNames, 2), text) },
  { name: 'requirements', card: (text) => requirementsCard(requirementsOf(), text) },
  { name: 'requirements-cloud', card: (text) => requirementsCard(requirementsOf(situation, 1), text) },
  { name: 'why', card: (text) => whyCard(whyIn(situation, devopsGold)!, text) },
  { name: 'why-without-names', card: (text) => whyCard(whyIn(withoutNames, devopsGold)!, text) },
  { name: 'people', card: (text) => peopleCard(peopleOf(), text) },
  { name: 'person', card: (text) => personCard(personOf(), text) },
  { name: 'person-who-left', card: (text) => personCard(personOf(situation, 7), text) },
  {
    name: 'help',
    card: (text) =>
      helpCard(
        {
          isAdmin: false,
          commands: (['progress', 'competency', 'requirements', 'why', 'people', 'person', 'help'] as const).map(
            (name) => ({ name }),
          ),
        },
        text,
      ),
  },
  {
    name: 'welcome',
    card: (text) => welcomeCard({ scope: 'personal', partner: 'Alderbrook Systems', adminIsYou: true }, text),
  },
  { name: 'welcome-channel', card: (text) => welcomeCard({ scope: 'channel', adminIsYou: false }, text) },
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
];
