/** Finds what was asked about in a programme that is loaded but not followed. */
import type { SuggestedQuestion, Refusal } from '../../cards/contract/refusal';
import { programmeIdsIn } from '../../domain/programme/joined-programme';
import { nameIn, type Locale } from '../../domain/basics/locale';
import { competencyOf, type Programme } from '../../domain/programme/programme';
import { mostCandidates } from '../recognizers/competency-argument';
import { recognizeQuestion, vocabularyFor } from './router';
import type { AppServices } from '../context/app-services';

/** What was asked, and what is followed. */
export interface Asked {
  readonly said: string;
  readonly locale: Locale;
  readonly followed: string;
}

/** Returns the refusal of an unknown competency, with a suggestion of the loaded programme that has it, if one does. */
export function withOtherProgrammeHint(
  refusal: Refusal,
  asked: Asked,
  { programmes }: Pick<AppServices, 'programmes'>,
): Refusal {
  if (refusal.code !== 'unknown-competency') return refusal;
  const followed = programmeIdsIn(asked.followed);
  const others = [...programmes.values()].filter(({ id }) => !followed.includes(id));
  const offers = others.flatMap((programme) => offerOf(programme, asked));
  return { ...refusal, nearest: [...offers, ...refusal.nearest].slice(0, mostCandidates) };
}

function offerOf(programme: Programme, { said, locale }: Asked): readonly SuggestedQuestion[] {
  const question = recognizeQuestion(said, { vocabulary: vocabularyFor(programme), locale });
  const id = 'competency' in question && typeof question.competency === 'string' ? question.competency : '';
  const competency = competencyOf(programme, id);
  if (!competency) return [];
  const label = `${nameIn(locale, competency.names)} · ${nameIn(locale, programme.names)}`;
  return [{ label, question: { ask: 'programme', programme: programme.id } }];
}
