/** The router runs the command of a question, after checking who may ask it. */
import type { AuditedAct } from '../../domain/partner/audit-entry';
import type { AnyCommand, Command } from '../commands/command';
import { maySeeNames } from '../partner/name-visibility';
import { oneself } from '../recognizers/people/person-lookup';
import { auditedStore, recordReading, type AuditedDeed } from '../store/audit-trail';
import type { LimitedKind } from '../context/turn-limits';
import type { Question } from '../../cards/contract/question';
import { commandNamed } from '../intents/all-commands';
import type { AppServices } from '../context/app-services';
import { readingServices } from '../context/reading-services';
import { type Reply, refused } from '../context/reply';
import { refuseTooMany } from '../context/turn-limits';
import type { TurnRequest } from '../context/turn-request';
import { loadPartnerSnapshot } from '../partner/partner-snapshot';
import { refuseAccess } from './command-access';

/** A question that is typed, or that a shown card asks again, gets services that cannot write; only a pressed button writes. */
export type AskedBy = 'asking' | 'pressing';

/**
 * Answers a question by the command that it is for, after checking that the asker may ask it. Throws
 * {@link StoreUnavailable} if the store does not answer.
 */
export async function runCommand(
  { question, by }: { readonly question: Question; readonly by: AskedBy },
  request: TurnRequest,
  services: AppServices,
): Promise<Reply> {
  const command = commandNamed(question.ask)!;
  const other = command.answeredBy?.(question);
  if (other) return runCommand({ question: other, by }, request, services);
  const { isAdmin } = await loadPartnerSnapshot(request, services);
  const refusal = refuseAccess(command.accessTo?.(question) ?? command.access, { isAdmin, scope: request.scope });
  const limited = refusal ?? refuseTooMany(limitedKinds(command, by), request, services);
  if (limited) return refused(limited, services.text(request.locale));
  if (by === 'pressing' && command.press) return command.press(question, request, audited(command, request, services));
  const answer = await command.answer(question, request, readingServices(services));
  // The Agents Playground of a local world has no views of one's own and warns of each card that asks for one.
  const isKept = command.keepsCurrent === true && services.local === undefined && answer.name === command.name;
  const reply = isKept ? { ...answer, keeps: question } : answer;
  const showsNames = command.namesOthers === true || maySeeNames(request, { isAdmin });
  if (command.audited === 'people-read' && showsOthers(question) && showsNames)
    if (reply.name === command.name)
      await recordReading(request.tenant, deedOf(command.audited, command, request), services);
  return reply;
}

function deedOf(act: AuditedAct, { name }: Command, { user }: TurnRequest): AuditedDeed {
  return { act, about: name, by: user.aadObjectId };
}

/** The services of a press: before it writes facts or settings, the audit trail gets an entry. */
function audited(command: Command, request: TurnRequest, services: AppServices): AppServices {
  if (command.audited === undefined) return services;
  const deed = deedOf(command.audited, command, request);
  return { ...services, store: auditedStore(services.store, deed, services.now) };
}

/** The asker's own record is no list of people. */
function showsOthers(question: Question): boolean {
  return !('person' in question) || question.person !== oneself;
}

function limitedKinds(command: Pick<AnyCommand, 'isCostly' | 'press'>, by: AskedBy): readonly LimitedKind[] {
  return [
    ...(command.isCostly ? ['costly' as const] : []),
    ...(by === 'pressing' && command.press ? ['write' as const] : []),
  ];
}
