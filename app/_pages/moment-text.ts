const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
const minute = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
})

/** A day in UTC: "25 Nov 2026". */
export const dayText = (instant: string | Date) => day.format(new Date(instant))
/** A minute in UTC: "25 Nov, 14:05 UTC". Accounts belong to no crisis, whose zone they could be told in. */
export const minuteText = (instant: string | Date) => `${minute.format(new Date(instant))} UTC`
