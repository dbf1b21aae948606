import { call, type Call } from './http'
import type {
  Answers, DemoMessage, DemoResident, FilledForm, MyData, Notice, Receipt, RegionNode, ResidentHome, ResidentSession, SubmissionDetail, SubmissionRow,
  SubmitForm,
} from './types'

const segment = encodeURIComponent
const formPath = (application: string, form: string): string => `/api/resident/forms/${segment(application)}/${segment(form)}`

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

  form: (application: string, form: string) => call<FilledForm>('GET', formPath(application, form)),
  saveDraft: (application: string, form: string, version: number, answers: Answers, options: Call = {}) =>
    call<{ savedAt: string }>('PUT', `${formPath(application, form)}/draft`, { ...options, body: { version, answers } }),
  submit: (application: string, form: string, key: string, body: SubmitForm) =>
    call<Receipt>('POST', `${formPath(application, form)}/submissions`, { body, headers: { 'Idempotency-Key': key } }),

  submissions: () => call<SubmissionRow[]>('GET', '/api/resident/submissions'),
  submission: (id: string) => call<SubmissionDetail>('GET', `/api/resident/submissions/${segment(id)}`),
  notices: () => call<Notice[]>('GET', '/api/resident/notices'),
  readNotice: (id: string) => call<void>('POST', `/api/resident/notices/${segment(id)}/read`),
  data: () => call<MyData>('GET', '/api/resident/data'),

  demoResidents: () => call<DemoResident[]>('GET', '/api/demo/residents'),
  demoMessages: (phone: string) => call<DemoMessage[]>('GET', `/api/demo/messages?phone=${segment(phone)}`),
}
