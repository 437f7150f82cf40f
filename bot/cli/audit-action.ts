/** `laurel audit`: who changed facts and settings, exported files and read lists with names. */
import type { Text } from '../../cards/text';
import { actingPart, auditedDeed } from '../../cards/words/audited-deed';
import { listAudit, type NamedAuditEntry } from '../store/audit-list';
import { asJson, asLines, type CliContext } from './cli-context';
import { exitCodes, type AuditOptions } from './actions';

/** Prints the entries, the newest first. */
export function auditAction(
  { since, tenant, json }: AuditOptions,
  { text, print, withLaurel }: CliContext,
): Promise<number> {
  return withLaurel(async ({ services, tenant: own }) => {
    const wanted = since === undefined ? {} : { since };
    const entries = await listAudit(tenant ?? own, wanted, services);
    const heading = text.say('audit.heading', { count: entries.length });
    print(json ? asJson(entries.map(readable)) : asLines([heading, ...entries.map((entry) => lineOf(entry, text))]));
    return exitCodes.done;
  });
}

function readable({ at, by, name, act, about, whom, whomName }: NamedAuditEntry): object {
  return {
    at,
    by,
    ...(name !== undefined && { name }),
    act,
    about,
    ...(whom !== undefined && { whom }),
    ...(whomName !== undefined && { whomName }),
  };
}

function lineOf({ at, by, name = by, act, about, whom = '', whomName = whom }: NamedAuditEntry, text: Text): string {
  return `${at}  ${actingPart(by, text) ?? name}  ${auditedDeed({ act, about, whom: whomName }, text)}`;
}
