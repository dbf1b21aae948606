import { download, http, said, sendFile, type components, type RegionNode, type SubmitForm, type UploadedFile } from '@hutong/api'
import type { Spoken } from '@hutong/form-ui/spoken'

type Schemas = components['schemas']

export type Post = Schemas['PostView']
export type Session = Schemas['Session']
export type DemoAccount = Schemas['DemoAccount']
/** One person to be reached for one form. */
export type Task = Schemas['TaskBody']
/** One door with everything to do behind it. */
export type Stop = Schemas['StopBody']
export type Today = Schemas['TodayBody']
/** What became of an attempt: how its task stands now, or why it was not kept. */
export type VisitResult = Schemas['BatchResult']

export type Means = 'phone' | 'door'
export type Outcome =
  | 'done' | 'refused' | 'no-answer' | 'busy' | 'wrong-number' | 'call-again' | 'nobody-there' | 'away-for-long' | 'unknown-here' | 'moved' | 'empty' | 'dead'

/** Where somebody is said to live now; neither when it is not known. */
export interface MovedTo {
  region?: string
  address?: string
}

/** An attempt as it is sent. */
export interface Visit {
  key: string
  task: string
  post: string
  doneAt: string
  means: Means
  outcome: Outcome
  note?: string
  callAgainAt?: string
  movedTo?: MovedTo
}

/** Tells the server which of its cookies is meant: the field app has a session of its own beside the office's. */
const headers = { 'Hutong-App': 'field' }
const on = (id: string) => ({ headers, params: { path: { id } } })
const filling = (application: string, form: string, person: string, means: Spoken) => ({ path: { application, form, person }, query: { means } })

/** In which post and when something was done that is sent later: it stays with its author. */
export interface Authorship {
  post: string
  doneAt: string
}

/** The places to choose from begin with the own one, since those above have no page for a worker. */
async function region(code: string | null, own: string): Promise<RegionNode> {
  return said(http.GET('/api/regions/{code}', { headers, params: { path: { code: code ?? own } } }))
}

export const api = {
  signIn: (login: string, password: string) => said(http.POST('/api/officer/session', { headers, body: { login, password } })),
  session: () => said(http.GET('/api/officer/session', { headers })),
  choosePost: (post: string) => said(http.PUT('/api/officer/session/post', { headers, body: { post } })),
  changePassword: (current: string, next: string) => said(http.PUT('/api/officer/session/password', { headers, body: { current, next } })),
  signOut: () => said(http.DELETE('/api/officer/session', { headers })),
  demoAccounts: () => said(http.GET('/api/demo/accounts')),

  today: () => said(http.GET('/api/officer/tasks/today', { headers })),
  phone: (task: string) => said(http.POST('/api/officer/tasks/{id}/phone', on(task))),
  send: (visits: Visit[]) => said(http.POST('/api/officer/tasks/visits', { headers, body: { visits } })),
  undo: (task: string, attempt: string) => said(http.POST('/api/officer/tasks/{id}/undo', { headers, params: { path: { id: task }, query: { attempt } } })),

  region,
  form: (application: string, form: string, person: string, means: Spoken) =>
    said(http.GET('/api/officer/forms/{application}/{form}/persons/{person}', { headers, params: filling(application, form, person, means) })),
  submit: (application: string, form: string, person: string, means: Spoken, key: string, body: SubmitForm & { verified: string[] }, author: Authorship) =>
    said(http.POST('/api/officer/forms/{application}/{form}/persons/{person}/submissions', {
      headers, params: { path: { application, form, person }, query: { means, ...author }, header: { 'Idempotency-Key': key } }, body,
    })),
  upload: (place: { application: string; form: string; person: string }, question: string, file: Blob, name: string, author: Authorship, options: { onProgress?: (part: number) => void; signal?: AbortSignal } = {}) =>
    sendFile<UploadedFile>(`/api/officer/files?${new URLSearchParams({ person: place.person, ...author }).toString()}`, {
      file, name, fields: { application: place.application, form: place.form, question }, headers, ...options,
    }),
  file: (person: string, id: string) => download(`/api/officer/persons/${encodeURIComponent(person)}/files/${encodeURIComponent(id)}`, { headers }).then(({ content }) => content),
}
