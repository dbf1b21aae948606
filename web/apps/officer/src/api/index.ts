import { download, http, said, sendFile, type SubmitForm, type UploadedFile } from '@hutong/api'
import type { Spoken } from '@hutong/form-ui/spoken'
import type { Manifest } from '../manifest/types'
import type { AddElement, AddResourceType, ApplicationState, AudienceQuestion, ChangeCodeList, ChangeElement, CreateAccount, CreatePost, Decision, GivePost, HandOver, MakeCodeList, Paper, RecordMandate, SetUp, TaskFilter } from './types'

const of = (code: string) => ({ params: { path: { code } } })
const on = (id: string) => ({ params: { path: { id } } })
/** The revision that a change starts from. */
const from = (id: string, revision: number) => ({ params: { path: { id }, header: { 'If-Match': `"${revision}"` } } })

/** Every operation of the server that an officer's screen calls. */
export const api = {
  signIn: (login: string, password: string) => said(http.POST('/api/officer/session', { body: { login, password } })),
  session: () => said(http.GET('/api/officer/session')),
  signOut: () => said(http.DELETE('/api/officer/session')),
  choosePost: (post: string) => said(http.PUT('/api/officer/session/post', { body: { post } })),
  changePassword: (current: string, next: string) => said(http.PUT('/api/officer/session/password', { body: { current, next } })),
  demoAccounts: () => said(http.GET('/api/demo/accounts')),

  home: () => said(http.GET('/api/officer/home')),
  handoverNotes: (signal?: AbortSignal) => said(http.GET('/api/officer/handovers', { signal })),
  tickOffHandover: (id: string) => said(http.POST('/api/officer/handovers/{id}/done', on(id))),

  post: (id: string, signal?: AbortSignal) => said(http.GET('/api/posts/{id}', { ...on(id), signal })),
  colleagues: (id: string, q: string, signal?: AbortSignal) =>
    said(http.GET('/api/posts/{id}/colleagues', { params: { path: { id }, query: { q: q || undefined } }, signal })),
  waiting: (id: string, signal?: AbortSignal) => said(http.GET('/api/posts/{id}/waiting', { ...on(id), signal })),
  /** Names a deputy, or gives the post as the own, which only administrators do. */
  givePost: (id: string, holding: GivePost) => said(http.POST('/api/posts/{id}/holdings', { ...on(id), body: holding })),
  endHolding: (id: string, holding: string) => said(http.DELETE('/api/posts/{id}/holdings/{holding}', { params: { path: { id, holding } } })),
  handOver: (id: string, handover: HandOver) => said(http.POST('/api/posts/{id}/handovers', { ...on(id), body: handover })),
  withdrawHandover: (id: string, handover: string) =>
    said(http.DELETE('/api/posts/{id}/handovers/{handover}', { params: { path: { id, handover } } })),

  accounts: (q: string, page = 0, signal?: AbortSignal) =>
    said(http.GET('/api/administration/accounts', { params: { query: { q: q || undefined, page } }, signal })),
  createAccount: (account: CreateAccount) => said(http.POST('/api/administration/accounts', { body: account })),
  resetPassword: (id: string) => said(http.POST('/api/administration/accounts/{id}/password', on(id))),
  disableAccount: (id: string) => said(http.POST('/api/administration/accounts/{id}/disable', on(id))),
  enableAccount: (id: string) => said(http.POST('/api/administration/accounts/{id}/enable', on(id))),
  posts: (q: string, page = 0, signal?: AbortSignal) =>
    said(http.GET('/api/administration/posts', { params: { query: { q: q || undefined, page } }, signal })),
  createPost: (post: CreatePost) => said(http.POST('/api/administration/posts', { body: post })),
  abolishPost: (id: string) => said(http.POST('/api/administration/posts/{id}/abolish', on(id))),
  postChanges: (page = 0, signal?: AbortSignal) => said(http.GET('/api/administration/changes', { params: { query: { page } }, signal })),

  /** Reads a list of regions and keeps nothing of it. */
  checkRegions: (sheet: string) => said(http.POST('/api/administration/regions/check', { body: { sheet } })),
  addRegions: (sheet: string) => said(http.POST('/api/administration/regions', { body: { sheet } })),
  renameRegion: (code: string, name: { zh: string; en: string }) => said(http.PUT('/api/regions/{code}/name', { params: { path: { code } }, body: { name } })),

  /** The first start of a site; the key is that of the link which the server printed. */
  setup: () => said(http.GET('/api/setup')),
  openSetup: (key: string) => said(http.POST('/api/setup/open', { body: { key } })),
  checkSetupRegions: (key: string, sheet: string) => said(http.POST('/api/setup/regions', { body: { key, sheet } })),
  setUp: (wish: SetUp) => said(http.POST('/api/setup', { body: wish })),

  /** Without a number of its own a region has that of the nearest one above it. */
  setRegionPhone: (code: string, phone: string) => said(http.PUT('/api/regions/{code}/phone', { params: { path: { code } }, body: { phone } })),
  region: (code: string) => said(http.GET('/api/regions/{code}', { params: { path: { code } } })),

  /** Retired ones too. */
  elements: () => said(http.GET('/api/catalogue/elements', { params: { query: { retired: true } } })),
  element: (code: string, signal?: AbortSignal) => said(http.GET('/api/catalogue/elements/{code}', { ...of(code), signal })),
  elementHistory: (code: string, signal?: AbortSignal) => said(http.GET('/api/catalogue/elements/{code}/history', { ...of(code), signal })),
  /** What runs or is drafted within sight and names it. */
  elementUses: (code: string, signal?: AbortSignal) => said(http.GET('/api/catalogue/elements/{code}/uses', { ...of(code), signal })),
  elementHolders: (code: string, signal?: AbortSignal) => said(http.GET('/api/catalogue/elements/{code}/holders', { ...of(code), signal })),
  changeElement: (code: string, change: ChangeElement) => said(http.PUT('/api/catalogue/elements/{code}', { ...of(code), body: change })),
  retireElement: (code: string, version: number, reason: string) => said(http.POST('/api/catalogue/elements/{code}/retire', { ...of(code), body: { version, reason } })),
  reviveElement: (code: string, version: number, reason: string) => said(http.POST('/api/catalogue/elements/{code}/revive', { ...of(code), body: { version, reason } })),
  addElement: (element: AddElement) => said(http.POST('/api/catalogue/elements', { body: element })),
  /** What data can be about. */
  resourceTypes: () => said(http.GET('/api/catalogue/resource-types')),
  addResourceType: (type: AddResourceType) => said(http.POST('/api/catalogue/resource-types', { body: type })),
  codeLists: () => said(http.GET('/api/catalogue/code-lists')),
  codeList: (code: string) => said(http.GET('/api/catalogue/code-lists/{code}', of(code))),
  codeListHistory: (code: string, signal?: AbortSignal) => said(http.GET('/api/catalogue/code-lists/{code}/history', { ...of(code), signal })),
  codeListUses: (code: string, signal?: AbortSignal) => said(http.GET('/api/catalogue/code-lists/{code}/uses', { ...of(code), signal })),
  makeCodeList: (list: MakeCodeList) => said(http.POST('/api/catalogue/code-lists', { body: list })),
  changeCodeList: (code: string, change: ChangeCodeList) => said(http.PUT('/api/catalogue/code-lists/{code}', { ...of(code), body: change })),

  templates: () => said(http.GET('/api/templates')),
  applications: (state?: ApplicationState) => said(http.GET('/api/applications', { params: { query: { state } } })),
  application: (id: string) => said(http.GET('/api/applications/{id}', on(id))),
  createFromTemplate: (template: string, region?: string) => said(http.POST('/api/applications', { body: { template, region } })),
  create: (manifest: Manifest) => said(http.POST('/api/applications', { body: { manifest } })),
  saveDraft: (id: string, manifest: Manifest, revision: number) => said(http.PUT('/api/applications/{id}/draft', { ...from(id, revision), body: manifest })),
  check: (id: string, signal?: AbortSignal) => said(http.POST('/api/applications/{id}/check', { ...on(id), signal })),
  /** Publishes what was looked at: a draft that was changed since is refused. */
  publish: (id: string, revision: number) => said(http.POST('/api/applications/{id}/publish', from(id, revision))),
  close: (id: string) => said(http.POST('/api/applications/{id}/close', on(id))),

  countAudience: (question: AudienceQuestion, signal?: AbortSignal) => said(http.POST('/api/audience/count', { body: question, signal })),
  board: (id: string, region?: string, signal?: AbortSignal) =>
    said(http.GET('/api/applications/{id}/board', { params: { path: { id }, query: { region } }, signal })),
  /** `person` is the name, its pinyin or a part of the address of whom is looked for. */
  left: (id: string, region?: string, page = 0, size = 20, person?: string, signal?: AbortSignal) =>
    said(http.GET('/api/applications/{id}/left', { params: { path: { id }, query: { region, person, page, size } }, signal })),
  tasks: (filter: TaskFilter, signal?: AbortSignal) => said(http.GET('/api/officer/tasks', { params: { query: filter }, signal })),
  /** Of which applications the tasks of a region are. */
  taskApplications: (region?: string, signal?: AbortSignal) => said(http.GET('/api/officer/tasks/applications', { params: { query: { region } }, signal })),
  takers: (signal?: AbortSignal) => said(http.GET('/api/officer/tasks/posts', { signal })),
  handTask: (id: string, post: string) => said(http.PUT('/api/officer/tasks/{id}/post', { ...on(id), body: { post } })),
  /** Newcomers who say that they live here now. */
  disputes: (signal?: AbortSignal) => said(http.GET('/api/officer/disputes', { signal })),
  arrivals: (signal?: AbortSignal) => said(http.GET('/api/officer/arrivals', { signal })),
  decideArrival: (person: string, accept: boolean) => said(http.POST('/api/officer/arrivals/{person}/decision', { params: { path: { person } }, body: { accept } })),
  reports: (signal?: AbortSignal) => said(http.GET('/api/officer/reports', { signal })),
  decideReport: (id: string, decision: Decision) => said(http.POST('/api/officer/reports/{id}/decision', { ...on(id), body: decision })),
  undoTask: (id: string) => said(http.POST('/api/officer/tasks/{id}/undo', on(id))),
  submission: (id: string, submission: string, purpose?: string, signal?: AbortSignal) =>
    said(http.GET('/api/applications/{id}/submissions/{submission}', { params: { path: { id, submission }, query: { purpose } }, signal })),
  submissions: (id: string, page = 0, signal?: AbortSignal) =>
    said(http.GET('/api/applications/{id}/submissions', { params: { path: { id }, query: { page } }, signal })),

  /** The short link of what is published, for the people of the own region. */
  invitation: (id: string, signal?: AbortSignal) => said(http.GET('/api/applications/{id}/invitation', { ...on(id), signal })),

  /** One PDF with a sheet for each person. */
  printPapers: (id: string, form: string, persons: string[]) =>
    download(`/api/officer/forms/${encodeURIComponent(id)}/${encodeURIComponent(form)}/papers`, { method: 'POST', body: { persons } }),
  /** A photographed sheet, which finds its case by itself. */
  takePaper: (file: Blob, name: string, onProgress: (part: number) => void) => sendFile<Paper>('/api/officer/papers', { file, name, fields: {}, onProgress }),
  papers: (id: string, page = 0, signal?: AbortSignal) => said(http.GET('/api/applications/{id}/papers', { params: { path: { id }, query: { page } }, signal })),

  people: (q: string, page = 0, signal?: AbortSignal) => said(http.GET('/api/people', { params: { query: { q: q || undefined, page } }, signal })),
  /** Restricted values only come with a purpose, which the person will read. */
  person: (id: string, purpose?: string, signal?: AbortSignal) =>
    said(http.GET('/api/people/{id}', { params: { path: { id }, query: { purpose: purpose || undefined } }, signal })),

  /** The forms that somebody has still to answer and that may be filled in here. */
  dispute: (id: string, element: string, purpose?: string, signal?: AbortSignal) =>
    said(http.GET('/api/people/{id}/disputes/{element}', { params: { path: { id, element }, query: { purpose } }, signal })),
  decideDispute: (id: string, element: string, decision: { act: string; reason: string }) =>
    said(http.PUT('/api/people/{id}/disputes/{element}', { params: { path: { id, element } }, body: decision })),
  formsOf: (person: string, signal?: AbortSignal) => said(http.GET('/api/officer/persons/{person}/forms', { params: { path: { person } }, signal })),
  formFor: (application: string, form: string, person: string, means: Spoken) =>
    said(http.GET('/api/officer/forms/{application}/{form}/persons/{person}', { params: { path: { application, form, person }, query: { means } } })),
  submitFor: (application: string, form: string, person: string, means: Spoken, key: string, body: SubmitForm & { verified: string[] }) =>
    said(http.POST('/api/officer/forms/{application}/{form}/persons/{person}/submissions', {
      params: { path: { application, form, person }, query: { means }, header: { 'Idempotency-Key': key } }, body,
    })),
  uploadFor: (application: string, form: string, person: string, question: string, file: Blob, name: string, options: { onProgress?: (part: number) => void; signal?: AbortSignal }) =>
    sendFile<UploadedFile>(`/api/officer/files?${new URLSearchParams({ person }).toString()}`, { file, name, fields: { application, form, question }, ...options }),

  mandatesOf: (id: string, signal?: AbortSignal) => said(http.GET('/api/people/{id}/mandates', { ...on(id), signal })),
  /** In person, for somebody without a phone. */
  recordMandate: (id: string, body: RecordMandate) => said(http.POST('/api/people/{id}/mandates', { ...on(id), body })),
  endMandateOf: (id: string, mandate: string) => said(http.DELETE('/api/people/{id}/mandates/{mandate}', { params: { path: { id, mandate } } })),
}
