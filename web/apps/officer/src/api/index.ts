import type { Manifest } from '../manifest/types'
import { call } from '@hutong/api'
import type {
  Application, ApplicationState, ApplicationSummary, AudienceQuestion, Board, Check, CodeList, DataElement, DemoAccount, Home, LeftPerson, Paged,
  Person, PersonRow, Region, Session, SubmissionRow, Template,
} from './types'

const query = (parameters: Record<string, string | number | undefined>) => {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== '')
  return given.length === 0 ? '' : '?' + new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString()
}

const on = (application: string) => `/api/applications/${encodeURIComponent(application)}`

/** Every operation of the server that an officer's screen calls. */
export const api = {
  signIn: (login: string, password: string) => call<Session>('POST', '/api/officer/session', { body: { login, password } }),
  session: () => call<Session>('GET', '/api/officer/session'),
  signOut: () => call<void>('DELETE', '/api/officer/session'),
  choosePost: (post: string) => call<Session>('PUT', '/api/officer/session/post', { body: { post } }),
  demoAccounts: () => call<DemoAccount[]>('GET', '/api/demo/accounts'),

  home: () => call<Home>('GET', '/api/officer/home'),
  region: (code: string) => call<Region>('GET', `/api/regions/${code}`),

  elements: (q?: string, signal?: AbortSignal) => call<DataElement[]>('GET', '/api/catalogue/elements' + query({ q }), { signal }),
  codeList: (code: string) => call<CodeList>('GET', `/api/catalogue/code-lists/${encodeURIComponent(code)}`),

  templates: () => call<Template[]>('GET', '/api/templates'),
  applications: (state?: ApplicationState) => call<ApplicationSummary[]>('GET', '/api/applications' + query({ state })),
  application: (id: string) => call<Application>('GET', on(id)),
  createFromTemplate: (template: string, region?: string) => call<Application>('POST', '/api/applications', { body: { template, region } }),
  create: (manifest: Manifest) => call<Application>('POST', '/api/applications', { body: { manifest } }),
  saveDraft: (id: string, manifest: Manifest, revision: number) =>
    call<{ revision: number }>('PUT', on(id) + '/draft', { body: manifest, headers: { 'If-Match': `"${revision}"` } }),
  check: (id: string, signal?: AbortSignal) => call<Check>('POST', on(id) + '/check', { signal }),
  /** Publishes what was looked at: a draft that was changed since is refused. */
  publish: (id: string, revision: number) => call<Application>('POST', on(id) + '/publish', { headers: { 'If-Match': `"${revision}"` } }),
  close: (id: string) => call<Application | undefined>('POST', on(id) + '/close'),

  countAudience: (question: AudienceQuestion, signal?: AbortSignal) =>
    call<{ count: number }>('POST', '/api/audience/count', { body: question, signal }),
  board: (id: string, region?: string, signal?: AbortSignal) => call<Board>('GET', on(id) + '/board' + query({ region }), { signal }),
  left: (id: string, region?: string, page = 0, size = 20, signal?: AbortSignal) =>
    call<Paged<LeftPerson>>('GET', on(id) + '/left' + query({ region, page, size }), { signal }),
  submissions: (id: string, page = 0, signal?: AbortSignal) =>
    call<Paged<SubmissionRow>>('GET', on(id) + '/submissions' + query({ page }), { signal }),

  people: (q: string, page = 0, signal?: AbortSignal) => call<Paged<PersonRow>>('GET', '/api/people' + query({ q, page }), { signal }),
  /** Restricted values only come with a purpose, which the person will read. */
  person: (id: string, purpose?: string, signal?: AbortSignal) => call<Person>('GET', `/api/people/${encodeURIComponent(id)}` + query({ purpose }), { signal }),
}
