import { call, sendFile, type Call } from './http'
import type {
  Answers, DemoMessage, DemoResident, FilledForm, MyData, Notice, Receipt, RegionNode, ResidentHome, ResidentSession, SubmissionDetail, SubmissionRow,
  SubmitForm, UploadedFile,
} from './types'

const segment = encodeURIComponent

/** A form of an application, for oneself or for somebody the resident answers for. */
export interface FormPlace {
  application: string
  form: string
  ward?: string
}

const formPath = ({ application, form, ward }: FormPlace, below = ''): string =>
  `/api/resident/forms/${segment(application)}/${segment(form)}${below}${forWard(ward)}`
const forWard = (ward: string | undefined): string => (ward ? `?for=${segment(ward)}` : '')

export interface SignIn {
  idNumber?: string
  name: string
  phone: string
  code: string
  region?: string
}

/** Every operation of the server that a resident's screen calls. */
export const residentApi = {
  sendCode: (phone: string) => call<{ expiresInSeconds: number }>('POST', '/api/resident/codes', { body: { phone } }),
  signIn: (body: SignIn) => call<ResidentSession>('POST', '/api/resident/session', { body }),
  session: () => call<ResidentSession>('GET', '/api/resident/session'),
  signOut: () => call<void>('DELETE', '/api/resident/session'),

  home: () => call<ResidentHome>('GET', '/api/resident/home'),
  /** A region with its children; the top of the town when none is named. */
  region: (code: string | null) => call<RegionNode>('GET', code === null ? '/api/resident/regions' : `/api/resident/regions/${segment(code)}`),

  form: (place: FormPlace) => call<FilledForm>('GET', formPath(place)),
  /** @param goesOnFrom when the draft was saved that this one goes on from; without it, it takes the place of whatever is there */
  saveDraft: (place: FormPlace, draft: { version: number; answers: Answers; goesOnFrom?: string }, options: Call = {}) =>
    call<{ savedAt: string }>('PUT', formPath(place, '/draft'), { ...options, body: draft }),
  submit: (place: FormPlace, key: string, body: SubmitForm) => call<Receipt>('POST', formPath(place, '/submissions'), { body, headers: { 'Idempotency-Key': key } }),

  /** Takes a file for a question; its id is the answer. */
  upload: ({ application, form, ward }: FormPlace, question: string, file: Blob, name: string, options: { onProgress?: (part: number) => void; signal?: AbortSignal } = {}) =>
    sendFile<UploadedFile>(`/api/resident/files${forWard(ward)}`, { file, name, fields: { application, form, question }, ...options }),
  /** Where a file is read. */
  fileUrl: (id: string, ward?: string) => `/api/resident/files/${segment(id)}${forWard(ward)}`,

  submissions: (ward?: string) => call<SubmissionRow[]>('GET', `/api/resident/submissions${forWard(ward)}`),
  submission: (id: string, ward?: string) => call<SubmissionDetail>('GET', `/api/resident/submissions/${segment(id)}${forWard(ward)}`),
  notices: () => call<Notice[]>('GET', '/api/resident/notices'),
  readNotice: (id: string) => call<void>('POST', `/api/resident/notices/${segment(id)}/read`),
  data: () => call<MyData>('GET', '/api/resident/data'),

  demoResidents: () => call<DemoResident[]>('GET', '/api/demo/residents'),
  demoMessages: (phone: string) => call<DemoMessage[]>('POST', '/api/demo/messages', { body: { phone } }),
}
