const TOWN = 8 * 3_600_000
const DAY = 86_400_000

/** What a worker takes along is thrown away at the end of the next day, by the clock of the town. */
export function untilEndOfTomorrow(now: number): number {
  return (Math.floor((now + TOWN) / DAY) + 2) * DAY - TOWN
}

/** So long what was typed and not submitted stays. */
export const DRAFT_DAYS = 14
export const draftOver = (at: string, now: number): boolean => Date.parse(at) + DRAFT_DAYS * DAY < now
/** So many forms of the day's list are taken along, doors first, beside those that were opened. */
export const MOST_FORMS = 60
/** As large as the server takes a file. */
export const MOST_BYTES = 8 * 1024 * 1024
/** So many photos wait on the phone at most. */
export const MOST_PHOTOS = 60
