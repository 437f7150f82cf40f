/** A person in onboarding as a row of a card: the state, since when, and what is in the way. */
import type { CardElement } from '@microsoft/teams.cards';
import type { Contradiction, OnboardingStanding } from '../../domain/onboarding/onboarding-state';
import type { Person } from '../../domain/partner/people/person';
import type { CardSetting } from '../contract/view';
import { group, line, note } from '../elements/elements';
import type { Text } from '../text';
import { deliveryCodeWords } from '../words/delivery-code';
import { contradictionWords, stateLine } from '../words/onboarding';
import { nameOf } from '../words/who';

export interface FunnelLine {
  readonly person: Person;
  readonly standing: OnboardingStanding;
  /** Why nothing can be told to the person for now, as the code of a delivery. */
  readonly hindrance?: string;
  readonly contradictions: readonly Contradiction[];
  readonly isReminded: boolean;
}

/** The row; touching it opens the person's own onboarding card. The reader sees names. */
export function onboardedRow(
  { person, standing, contradictions, hindrance, isReminded }: FunnelLine,
  view: CardSetting,
  text: Text,
): CardElement {
  const name = nameOf(person, view, text)!;
  const { trouble } = standing;
  const state = stateLine(standing, text);
  return group(
    [
      line(name, { weight: 'Bolder' }),
      note(isReminded ? `${state} · ${text.say('funnel.reminded')}` : state, { spacing: 'None' }),
      ...(trouble ? [note(`⚠ ${text.say(`trouble.${trouble.cause}.short`)}`, { spacing: 'None' })] : []),
      ...(hindrance === undefined
        ? []
        : [
            note(`⚠ ${text.say('onboard.unreachable')}`, { spacing: 'None' }),
            note(deliveryCodeWords(hindrance, text), { spacing: 'None' }),
          ]),
      ...contradictions.map((one) => note(`⚠ ${contradictionWords(one, text)}`, { spacing: 'None' })),
    ],
    { question: { ask: 'onboard', people: [person.id] }, title: text.say('button.open', { name }) },
  );
}
