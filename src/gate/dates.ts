const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DAY_LENGTH = 10;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Whether a text is a day of the calendar, as `2027-01-31`. */
export function isDay(text: string): boolean {
  if (!DATE.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  // `2027-02-30` is a date to JavaScript: in March.
  return !Number.isNaN(time) && dayOf(new Date(time)) === text;
}

/** The day of a moment, in UTC. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, DAY_LENGTH);
}

/** The day after one. */
export function nextDay(day: string): string {
  return dayOf(new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS));
}

/** Whether what holds until a day, that day included, holds no more; what is no day holds no longer. */
export function isExpired(until: string, asOf: string): boolean {
  return !isDay(until) || until < asOf;
}
