/** How a company brings its own export in: what every card says that has nothing to show yet. */
import type { CardElement } from '@microsoft/teams.cards';
import { code, heading, line } from '../elements/elements';
import type { Text } from '../text';

const importCommand = 'npm run -s laurel -- import Export_trainings.csv';

/** The steps from Partner Center to the first answer, under their heading. */
export function bringInLines(text: Text): readonly CardElement[] {
  return [heading(text.say('data.heading')), ...bringInSteps(text)];
}

/** The same steps, where the card has a heading of its own for them. */
export function bringInSteps(text: Text): readonly CardElement[] {
  return [
    line(text.say('data.download')),
    line(text.say('data.import')),
    code(importCommand),
    line(text.say('data.again')),
  ];
}
