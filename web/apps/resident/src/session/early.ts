import { breath } from '@hutong/ui/breath'
import { residentApi, type FilledForm, type FormPlace, type HelpOffer, type ResidentSession } from '@hutong/api'

/** What the first page shows: what is asked, what was told, where help can be had. Without offers of help the forms work all the same. */
export const askFirstPage = () => Promise.all([residentApi.home(), residentApi.notices(), residentApi.help().catch((): HelpOffer[] => [])])

/** What was asked before the app stood, each for the first who takes it. */
const asked: { session?: Promise<ResidentSession>; firstPage?: ReturnType<typeof askFirstPage>; form?: { place: FormPlace; answer: Promise<FilledForm> } } = {}

/** The form that an address leads to. */
export function formAt({ pathname, search }: { pathname: string; search: string }): FormPlace | undefined {
  const [application, form, ...more] = pathname.startsWith(`${import.meta.env.BASE_URL}form/`) ? pathname.slice(import.meta.env.BASE_URL.length + 5).split('/') : []
  if (!application || !form || more.length) return undefined
  return { application: decodeURIComponent(application), form: decodeURIComponent(form), ward: new URLSearchParams(search).get('for') ?? undefined }
}

/**
 * Asks before the app stands and it is known who is signed in: over a slow line that is two round trips less until something stands on the screen.
 * Whoever is not signed in is sent to the sign-in by the session, so refusals are for those who take the answer.
 */
export function askEarly(address: { pathname: string; search: string }): void {
  const form = formAt(address)
  asked.session = residentApi.session()
  if (address.pathname === import.meta.env.BASE_URL) asked.firstPage = askFirstPage()
  if (form) asked.form = { place: form, answer: residentApi.form(form) }
  for (const answer of [asked.session, asked.firstPage, asked.form?.answer]) answer?.catch(() => undefined)
}

export function takeSession(): Promise<ResidentSession> {
  const early = asked.session
  asked.session = undefined
  return early ?? residentApi.session()
}

/** Asked again where it was refused, as before signing in. */
export function takeFirstPage(): ReturnType<typeof askFirstPage> {
  const early = asked.firstPage
  asked.firstPage = undefined
  return early?.catch(askFirstPage).then(async (answer) => {
    await breath()
    return answer
  }) ?? askFirstPage()
}

/** Asked again where it was refused, or where another form was asked for. */
export function takeForm(place: FormPlace): Promise<FilledForm> {
  const early = asked.form
  asked.form = undefined
  const again = (): Promise<FilledForm> => residentApi.form(place)
  const same = early && early.place.application === place.application && early.place.form === place.form && early.place.ward === place.ward
  return same ? early.answer.catch(again) : again()
}
