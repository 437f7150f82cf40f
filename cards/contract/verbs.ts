/** Verbs are the names of the buttons: a button asks a question, its verb is what the question asks for, its data the rest. */
import type { QuestionName, Question } from './question';

/** What a button with this verb carries beside the verb. */
export type Payload<A extends QuestionName = QuestionName> = A extends QuestionName
  ? Omit<Extract<Question, { ask: A }>, 'ask'>
  : never;

const heard: Readonly<Record<QuestionName, true>> = {
  help: true,
  progress: true,
  competency: true,
  requirements: true,
  why: true,
  people: true,
  person: true,
  membership: true,
  renewed: true,
  renewal: true,
  programme: true,
  compare: true,
  risk: true,
  upgrade: true,
  profile: true,
  benefits: true,
  plan: true,
  'key-people': true,
  expiring: true,
  'what-if': true,
  left: true,
  completed: true,
  remove: true,
  figure: true,
  override: true,
  undo: true,
  onboard: true,
  step: true,
  trouble: true,
  onboarding: true,
  import: true,
  'undo-import': true,
  export: true,
  alerts: true,
  'alert-settings': true,
  'stop-alerts': true,
  'start-alerts': true,
};

/** Every verb that a button can have; the action payload is parsed for each of them. */
export const verbs = Object.keys(heard) as readonly QuestionName[];

/** The question as a button carries it. */
export function payloadOf({ ask, ...data }: Question): { readonly verb: QuestionName; readonly data: Payload } {
  return { verb: ask, data };
}
