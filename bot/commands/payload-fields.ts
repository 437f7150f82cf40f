/** What the fields of a button's payload may hold: the pieces from which each command writes the schema of its own. */
import { z } from 'zod/v4';
import { isCalendarDate } from '../../domain/basics/date';
import { isNamedDay } from '../recognizers/days/day-argument';

/** An id, or text that was typed in place of one. */
export const shortText = z.string().min(1).max(200);

/** A page that makes no sense is the first one; a page past the end is settled by the card. */
export const pageNumber = z.number().int().min(1).max(100_000).optional().catch(1);

/** What stands in a field of a card; an empty field is an absent one. */
export const typed = z
  .string()
  .max(200)
  .transform((value) => value.trim() || undefined)
  .optional();

/** A day as `YYYY-MM-DD`. */
export const day = z.string().max(10).refine(isCalendarDate);

/** A day of the calendar, as the button of another page carries it; what is none is left out. */
export const calendarDay = z.string().refine(isCalendarDate).optional().catch(undefined);

/** A day as the bot reads it from a message, which may lack its year. */
export const namedDay = z.string().max(100).refine(isNamedDay).optional();

/** What the preview of a correction hands on to the button that confirms it. */
export const confirm = z.object({ version: z.string().max(200), at: z.number().int().positive() }).optional();

/** As many competencies as are compared on one card. */
export const mostSideBySide = 4;
