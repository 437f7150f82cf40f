/** What `undo` and `undo import` have in common: typed they show what would be taken back, pressed they take it back. */
import { previewCard, type PreviewView } from '../../cards/general/preview-card';
import type { Question, QuestionName } from '../../cards/contract/question';
import type { Versioned } from '../../domain/basics/repository';
import type { AppServices, ReadingServices } from '../context/app-services';
import type { Reply } from '../context/reply';
import type { TurnRequest } from '../context/turn-request';
import type { Command } from './command';

interface UndoTurn<S> {
  readonly request: TurnRequest;
  readonly services: S;
}

/** What can be taken back; else the reply that says why not, or that it was taken back before. */
export type Undoable<T> = { readonly kept: Versioned<T> } | { readonly reply: Reply };

interface UndoParts<A extends QuestionName, T> {
  /** The record that a button names; typed words name none and mean the last one. */
  readonly idIn: (question: Extract<Question, { ask: A }>) => string | undefined;
  readonly find: (id: string | undefined, turn: UndoTurn<ReadingServices>) => Promise<Undoable<T>>;
  readonly preview: (found: T, turn: UndoTurn<ReadingServices>) => Promise<PreviewView>;
  /** Whether a press shows the preview first, as typed words do, because more goes than the card of the button says. */
  readonly mustAsk?: (
    question: Extract<Question, { ask: A }>,
    found: T,
    turn: UndoTurn<ReadingServices>,
  ) => Promise<boolean>;
  readonly takeBack: (found: Versioned<T>, turn: UndoTurn<AppServices>) => Promise<Reply>;
}

/** Returns the answers of an undo command. A press that names no record is answered as typed words are. */
export function undoAnswers<A extends QuestionName, T>(
  name: A,
  { idIn, find, preview, mustAsk, takeBack }: UndoParts<A, T>,
): Required<Pick<Command<A>, 'previews' | 'answer' | 'press'>> {
  const wanted = async (found: T, { request, services }: UndoTurn<ReadingServices>): Promise<Reply> => {
    const view = await preview(found, { request, services });
    return { name: `${name}-wanted`, card: previewCard(view, services.text(request.locale)) };
  };
  const answer: Command<A>['answer'] = async (question, request, services) => {
    const found = await find(idIn(question), { request, services });
    return 'reply' in found ? found.reply : wanted(found.kept.value, { request, services });
  };
  return {
    previews: () => true,
    answer,
    press: async (question, request, services) => {
      const id = idIn(question);
      if (id === undefined) return answer(question, request, services);
      const found = await find(id, { request, services });
      if ('reply' in found) return found.reply;
      const turn = { request, services };
      if (await mustAsk?.(question, found.kept.value, turn)) return wanted(found.kept.value, turn);
      return takeBack(found.kept, turn);
    },
  };
}
