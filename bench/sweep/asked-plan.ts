/** Asking in `bench/sweep.ts`: the plan that asks each person of a partner for a credential, and how an admin presses its button. */
import type { Outgoing } from '../../bot/teams/terminal';
import { runTerminalEvent } from '../../bot/teams/terminal';
import type { App } from '../../bot/teams/app';
import { programme } from '../../domain/alerts/derive-notices.case';
import type { Programme } from '../../domain/programme/programme';
import { activities } from '../../infra/teams-server/caller';

/** The small programme of the tests with one more competency, whose only level needs each of so many people. */
export function programmeAsking(people: number): Programme {
  const [first] = programme.competencies;
  const [option] = first!.options;
  const requirement = {
    ...option!.requirements[0]!,
    alternatives: [[{ id: 'a', n: people, each: { credential: 'q' }, apart: [] }]],
  };
  const everyone = {
    ...first!,
    id: 'everyone',
    names: { en: 'everyone' },
    options: [{ ...option!, requirements: [requirement] }],
  };
  return { ...programme, competencies: [...programme.competencies, everyone] };
}

/** An admin of a partner at the address that Teams gives for the chat with them. */
export interface PressingAdmin {
  readonly tenant: string;
  readonly id: string;
  readonly serviceUrl: string;
}

/**
 * Types that the people of the plan are asked, and presses the button of the preview that comes; returns what the last card says.
 * The turn takes the whole way through the application, but for the HTTP around it.
 */
export async function askPeopleOfPlan(app: App, { tenant, id, serviceUrl }: PressingAdmin): Promise<string> {
  const name = `${tenant}-${id}`;
  const speaker = { id: `29:${name}`, aadObjectId: id, name: id };
  const situation = { speaker, tenant, locale: 'en', conversation: `a:${name}` };
  const words = activities.says('ask the people for everyone silver');
  const preview = cardIn(await runTerminalEvent(app, { ...words, serviceUrl }, situation));
  const button = buttonsIn(preview).find(({ title }) => title === 'Ask them');
  if (!button) return JSON.stringify(preview);
  const press = { ...activities.presses(button), serviceUrl };
  return JSON.stringify(cardIn(await runTerminalEvent(app, press, situation)));
}

function cardIn(sent: readonly Outgoing[]): unknown {
  const last = sent.findLast(({ type, attachments }) => type === 'invokeResponse' || attachments?.length);
  if (last?.type === 'invokeResponse')
    return (last.value as { readonly body?: { readonly value?: unknown } }).body?.value;
  return last?.attachments?.[0]?.content;
}

function buttonsIn(card: unknown): readonly { readonly title?: string }[] {
  return (card as { readonly actions?: readonly { readonly title?: string }[] } | undefined)?.actions ?? [];
}
