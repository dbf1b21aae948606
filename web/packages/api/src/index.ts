export { http, Problem, said, sendFile, Unreachable, type Fault } from './http'
export { residentApi, type DraftCall, type FormPlace } from './resident'
export type { components } from './generated/api'
export type * from './types'
