import { residentApi, type HelpOffer } from '@hutong/api'

/** What the first page shows: what is asked, what was told, where help can be had. Without offers of help the forms work all the same. */
export const askFirstPage = () => Promise.all([residentApi.home(), residentApi.notices(), residentApi.help().catch((): HelpOffer[] => [])])

let asked: ReturnType<typeof askFirstPage> | undefined

/** Asks before it is known who is signed in: over a slow line that is one round trip less until something stands on the screen. */
export function askEarly(path: string): void {
  if (path !== import.meta.env.BASE_URL) return
  asked = askFirstPage()
  // Whoever is not signed in is sent to the sign-in by the session.
  asked.catch(() => {})
}

/** What was asked early, once; asked again where it was refused, as before signing in. */
export function takeFirstPage(): ReturnType<typeof askFirstPage> | undefined {
  const early = asked
  asked = undefined
  return early?.catch(askFirstPage)
}
