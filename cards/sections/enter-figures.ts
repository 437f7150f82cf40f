/** The button that leads to the form for figures, wherever one is missing and the reader may enter it. */
import type { IExecuteAction } from '@microsoft/teams.cards';
import type { LevelStanding } from '../../domain/counting/level-standing';
import type { CardSetting } from '../contract/view';
import { button } from '../elements/elements';
import type { Text } from '../text';

/** Whether a figure that the level asks for is not on record. */
export function lacksFigure({ figures, score }: Pick<LevelStanding, 'figures' | 'score'>): boolean {
  const asked = [...figures, ...(score?.metrics.flatMap((metric) => metric.figures) ?? [])];
  return asked.some(({ asOf }) => asOf === undefined);
}

/** The button for an area; none where no figure is missing, or names are hidden because others read along or the reader is no admin. */
export function enterFiguresButtons(
  competency: string,
  { seesNames, isMissing }: Pick<CardSetting, 'seesNames'> & { readonly isMissing: boolean },
  text: Text,
): readonly IExecuteAction[] {
  return seesNames && isMissing ? [button({ ask: 'enter-figures', competency }, text.say('button.enter-figures'))] : [];
}
