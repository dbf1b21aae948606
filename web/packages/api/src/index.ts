export { call, Problem, sendFile, Unreachable, type Call, type Fault } from './http'
export { residentApi, type FormPlace, type SignIn } from './resident'
export type * from './types'
