import { http, patient, said, sendFile } from './http'
import type { paths } from './generated/api'
import type { Answers, Json, NewArrival, NewMandate, RegionNode, SignIn, SubmitForm, UploadedFile } from './types'

/** A form of an application, for oneself or for somebody the resident answers for. */
export interface FormPlace {
  application: string
  form: string
  ward?: string
}

export interface DraftCall {
  /** Milliseconds after which the call counts as lost. */
  patience?: number
  /** Lets the browser finish the call although the page is being left. */
  keepalive?: boolean
}

/** Uploads and the addresses of pictures do not go through fetch, so their path is checked here. */
const FILES: keyof paths = '/api/resident/files'
const DATA_SHEET: keyof paths = '/api/resident/data/sheet'
const forWard = (ward: string | undefined): string => (ward ? `?for=${encodeURIComponent(ward)}` : '')
const at = ({ application, form, ward }: FormPlace) => ({ path: { application, form }, query: { for: ward } })

async function region(code: string | null): Promise<RegionNode> {
  if (code !== null) return said(http.GET('/api/resident/regions/{code}', { params: { path: { code } } }))
  const children = await said(http.GET('/api/resident/regions'))
  return { code: '', level: 0, name: { zh: '', en: '' }, path: [], children }
}

/** Every operation of the server that a resident's screen calls. */
export const residentApi = {
  sendCode: (phone: string) => said(http.POST('/api/resident/codes', { body: { phone } })),
  signIn: (body: SignIn) => said(http.POST('/api/resident/session', { body })),
  session: () => said(http.GET('/api/resident/session')),
  signOut: () => said(http.DELETE('/api/resident/session')),

  /** What a short link leads to. */
  invitation: (code: string) => said(http.GET('/api/resident/invitations/{code}', { params: { path: { code } } })),

  home: () => said(http.GET('/api/resident/home')),
  /** A region with its children; above the top of the town, without a code, when none is named. */
  region,

  form: (place: FormPlace) => said(http.GET('/api/resident/forms/{application}/{form}', { params: at(place) })),
  /** @param goesOnFrom when the draft was saved that this one goes on from; without it, it takes the place of whatever is there */
  saveDraft: (place: FormPlace, draft: { version: number; answers: Answers; goesOnFrom?: string }, { patience, keepalive }: DraftCall = {}) =>
    said(http.PUT('/api/resident/forms/{application}/{form}/draft', { params: at(place), body: draft, fetch: patient(patience), keepalive })),
  submit: (place: FormPlace, key: string, body: SubmitForm) =>
    said(http.POST('/api/resident/forms/{application}/{form}/submissions', { params: { ...at(place), header: { 'Idempotency-Key': key } }, body })),

  /** The forms with which help can be had, and whether it was asked for. */
  help: (ward?: string) => said(http.GET('/api/resident/help', { params: { query: { for: ward } } })),
  askForHelp: (place: FormPlace) => said(http.PUT('/api/resident/help/{application}/{form}', { params: at(place) })),
  takeBackHelp: (place: FormPlace) => said(http.DELETE('/api/resident/help/{application}/{form}', { params: at(place) })),

  /** Takes a file for a question; its id is the answer. */
  upload: ({ application, form, ward }: FormPlace, question: string, file: Blob, name: string, options: { onProgress?: (part: number) => void; signal?: AbortSignal } = {}) =>
    sendFile<UploadedFile>(`${FILES}${forWard(ward)}`, { file, name, fields: { application, form, question }, ...options }),
  /** Where a file is read. */
  fileUrl: (id: string, ward?: string) => `${FILES}/${encodeURIComponent(id)}${forWard(ward)}`,

  submissions: (ward?: string) => said(http.GET('/api/resident/submissions', { params: { query: { for: ward } } })),
  submission: (id: string, ward?: string) => said(http.GET('/api/resident/submissions/{id}', { params: { path: { id }, query: { for: ward } } })),
  notices: () => said(http.GET('/api/resident/notices')),
  readNotice: (id: string) => said(http.POST('/api/resident/notices/{id}/read', { params: { path: { id } } })),
  data: (ward?: string) => said(http.GET('/api/resident/data', { params: { query: { for: ward } } })),
  correctable: (element: string, ward?: string) => said(http.GET('/api/resident/data/{element}', { params: { path: { element }, query: { for: ward } } })),
  correct: (element: string, value: Json, seen: string, ward?: string) => said(http.POST('/api/resident/data/{element}', { params: { path: { element }, query: { for: ward } }, body: { value, seen } })),
  /** Where the same is handed out as a table. */
  dataSheet: (format: 'xlsx' | 'csv', ward?: string) => `${DATA_SHEET}?format=${format}${ward ? `&for=${encodeURIComponent(ward)}` : ''}`,
  wards: () => said(http.GET('/api/resident/wards')),
  answerDeparture: (link: string, still: boolean) => said(http.PUT('/api/resident/departures/{link}', { params: { path: { link } }, body: { still } })),
  arrival: () => said(http.GET('/api/resident/arrival')),
  /** "I live here now." */
  sayArrival: (body: NewArrival) => said(http.PUT('/api/resident/arrival', { body })),
  households: () => said(http.GET('/api/resident/households')),
  mandates: () => said(http.GET('/api/resident/mandates')),
  giveMandate: (body: NewMandate) => said(http.POST('/api/resident/mandates', { body })),
  acceptMandate: (id: string) => said(http.POST('/api/resident/mandates/{id}/accept', { params: { path: { id } } })),
  /** Ends, declines or takes back. */
  endMandate: (id: string) => said(http.DELETE('/api/resident/mandates/{id}', { params: { path: { id } } })),

  /** Nobody outside of a demo town, which is asked first: a refusal would stand as an error in every browser's console. */
  demoResidents: async () => ((await said(http.GET('/api/setup'))).demo ? said(http.GET('/api/demo/residents')) : undefined),
  demoMessages: (phone: string) => said(http.POST('/api/demo/messages', { body: { phone } })),
}
