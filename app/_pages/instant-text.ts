const minute = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
})

/** A minute of a certain year in UTC: "25 Nov 2026, 14:05 UTC". What spans crises has no zone of its own. */
export const instantText = (instant: string) => `${minute.format(new Date(instant))} UTC`
