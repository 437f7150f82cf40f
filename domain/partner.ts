/** A partner is the company, known by its Teams tenant: what it is called, where it sells, what it bought, who its admins are. */
import type { CalendarDate } from './date';
import type { PolicyValue } from './policy';
import type { MarketClass } from './requirement';

/** What Partner Center shows of a competency, as the competency summary prints it. */
export interface ShownCompetency {
  readonly competency: string;
  readonly level: string;
  readonly status: 'active' | 'inactive' | 'in-grace-period';
  readonly startsOn?: CalendarDate;
  readonly endsOn?: CalendarDate;
}

export interface Membership {
  readonly level: string;
  readonly boughtOn: CalendarDate;
}

export interface Partner {
  readonly tenant: string;
  readonly name: string;
  readonly programme: string;
  readonly market: MarketClass;
  readonly membership?: Membership;
  /** Replacements for the programme's policies. */
  readonly policies: Readonly<Record<string, PolicyValue>>;
  /** Entra object ids. */
  readonly admins: readonly string[];
  /** What Partner Center shows, from the newest competency summary. */
  readonly shown: readonly ShownCompetency[];
}

/** A partner of whom nothing is known yet but the programme it is taken to be in. */
export function emptyPartner(tenant: string, programme: string): Partner {
  return { tenant, name: '', programme, market: 'developed', policies: {}, admins: [], shown: [] };
}
