/** Answers what a choice set asks while a person types into it: which choices match, as far as the person may see them. */
import { z } from 'zod/v4';
import { datasets, type Choice } from '../../cards/contract/dataset';
import { credentialChoices, matchingChoices, personChoices } from '../../cards/sections/choices';
import { loadAssigneeChoices } from '../alerts/assignee';
import type { AppServices } from '../context/app-services';
import { withTimeout } from '../context/timeout';
import { refuseTooMany } from '../context/turn-limits';
import type { TurnRequest } from '../context/turn-request';
import { loadFactsSnapshot, loadPartnerSnapshot } from '../partner/partner-snapshot';
import { refuseStranger } from './command-access';

/** Teams shows no more in the list below the field. */
const mostShown = 15;
/** Names and titles are shorter; what is longer matches nothing. */
const longestTyped = 100;

const search = z.object({ dataset: z.enum(datasets), queryText: z.string().max(longestTyped).catch('') });
type Search = z.infer<typeof search>;

/**
 * Returns the choices for the value of an `application/search` invoke, which is a claim of the client. Nothing is offered to people
 * who may not see it, for a form that is unknown, or when the store does not answer in time. Never throws.
 */
export async function searchChoices(
  claim: unknown,
  request: TurnRequest,
  services: AppServices,
): Promise<readonly Choice[]> {
  const asked = search.safeParse(claim).data;
  if (!asked || refuseStranger(request, services) || refuseTooMany(['search'], request, services)) return [];
  try {
    const choices = await withTimeout(choicesFor(asked, request, services), services.deadline);
    return matchingChoices(choices, asked.queryText, mostShown);
  } catch (error) {
    services.log.error({ tenant: request.tenant, error }, 'Choices could not be searched.');
    return [];
  }
}

/** Names are shown to those who would see them on a card here. */
async function choicesFor(
  { dataset }: Search,
  request: TurnRequest,
  services: AppServices,
): Promise<readonly Choice[]> {
  if (dataset === 'credentials') {
    const { programme } = await loadPartnerSnapshot(request, services);
    return credentialChoices({ programme, text: services.text(request.locale) });
  }
  if (dataset === 'assignees') return loadAssigneeChoices(request, services);
  const { facts, setting } = await loadFactsSnapshot(request, services);
  return setting.seesNames ? personChoices(facts.people, setting, request.locale) : [];
}
