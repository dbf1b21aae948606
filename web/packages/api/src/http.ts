import createClient, { type FetchOptions, type FetchResponse } from 'openapi-fetch'
import type { FilterKeys, HttpMethod, MediaType, PathsWithMethod, RequiredKeysOf } from 'openapi-typescript-helpers'
import type { components, paths } from './generated/api'

export type Fault = components['schemas']['Fault']

/** What the server says when it cannot do as asked (RFC 9457), in the reader's language. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string | undefined,
    readonly errors: Fault[] = [],
    readonly extra: Record<string, unknown> = {},
  ) {
    super(detail ?? title)
    this.name = 'Problem'
  }

  /** Nobody is signed in, or no longer. */
  get signedOut(): boolean {
    return this.status === 401 && this.code !== 'sign-in-refused' && this.code !== 'code-refused'
  }
}

/** What a refusal says, field by field where it can. @throws anything that is no refusal by the server */
export function saidAtFields(error: unknown): { faults?: Record<string, string>; said?: string } {
  if (!(error instanceof Problem) || error.signedOut || error.status >= 500) throw error
  return error.errors.length > 0 ? { faults: Object.fromEntries(error.errors.map(({ path, message }) => [path, message])) } : { said: error.detail ?? error.title }
}

/** No answer came: the network is gone, or the server is. Whether the call had an effect is not known. */
export class Unreachable extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'Unreachable'
  }
}

/** Milliseconds after which a call counts as lost; no request of the server takes longer than 35 s. */
const LONGEST_WAIT = 35_000

/** A `fetch` that gives up in time and throws what is not a success: refusals as `Problem`, a lost connection as `Unreachable`. */
export function patient(milliseconds = LONGEST_WAIT): (request: Request) => Promise<Response> {
  return async (request) => {
    const stop = new AbortController()
    const timer = setTimeout(() => stop.abort(), milliseconds)
    const pass = (): void => stop.abort()
    request.signal.addEventListener('abort', pass)
    if (request.signal.aborted) stop.abort()
    request.headers.set('Accept', 'application/json, application/problem+json')
    request.headers.set('Accept-Language', document.documentElement.lang || 'zh-CN')
    try {
      const response = await fetch(request, { signal: stop.signal })
      const text = await response.text()
      if (!response.ok) throw refusal(response.status, text)
      if (text !== '') JSON.parse(text)
      return text === '' ? new Response(null, { status: 204 }) : new Response(text, { status: response.status })
    } catch (error) {
      if (error instanceof Problem || error instanceof Unreachable || request.signal.aborted) throw error
      throw new Unreachable(String(error))
    } finally {
      clearTimeout(timer)
      request.signal.removeEventListener('abort', pass)
    }
  }
}

export interface SendFile {
  file: Blob
  name: string
  /** The other parts of the body. */
  fields: Record<string, string>
  headers?: Record<string, string>
  /** Called with the part that has left, from 0 to 1. */
  onProgress?: (part: number) => void
  signal?: AbortSignal
}

/** An upload may take long on a slow line; it counts as lost when nothing moves for so long. */
const STALLED = 60_000

/** Sends one file. Refusals are thrown as `Problem`, a lost connection as `Unreachable`. By XMLHttpRequest, since fetch tells no progress. */
export function sendFile<T>(path: string, { file, name, fields, headers = {}, onProgress, signal }: SendFile): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    let timer: ReturnType<typeof setTimeout> | undefined
    const moved = (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => request.abort(), STALLED)
    }
    const lost = (): void => {
      clearTimeout(timer)
      reject(new Unreachable('the upload did not arrive'))
    }
    request.open('POST', path)
    request.setRequestHeader('Accept', 'application/json, application/problem+json')
    request.setRequestHeader('Accept-Language', document.documentElement.lang || 'zh-CN')
    for (const [header, value] of Object.entries(headers)) request.setRequestHeader(header, value)
    request.upload.onprogress = (event) => {
      moved()
      if (event.lengthComputable) onProgress?.(event.loaded / event.total)
    }
    request.onload = () => {
      clearTimeout(timer)
      if (request.status === 0 || request.status >= 300) return reject(refusal(request.status, request.responseText))
      try {
        resolve(JSON.parse(request.responseText) as T)
      } catch {
        reject(new Unreachable('no answer that can be read'))
      }
    }
    request.onerror = lost
    request.onabort = lost
    signal?.addEventListener('abort', () => request.abort())
    const body = new FormData()
    for (const [key, value] of Object.entries(fields)) body.append(key, value)
    body.append('file', file, name)
    moved()
    request.send(body)
  })
}

export function refusal(status: number, text: string): Problem | Unreachable {
  try {
    const { code = '', title = '', detail, errors = [], type: _type, status: _status, ...extra } = JSON.parse(text)
    return new Problem(status, code, title, detail ?? undefined, errors, extra)
  } catch {
    return status >= 502 && status <= 504 ? new Unreachable(`${status}`) : new Problem(status, '', '', undefined)
  }
}

type Options<Path extends keyof paths, Method extends HttpMethod> = FetchOptions<FilterKeys<paths[Path], Method>>

/** One method of the client. Its options are not inferred from the call, so that a field too many is an error of type. */
type Operation<Method extends HttpMethod> = <Path extends PathsWithMethod<paths, Method>>(
  path: Path,
  ...options: RequiredKeysOf<Options<Path, Method>> extends never ? [Options<Path, Method>?] : [Options<Path, Method>]
) => Promise<FetchResponse<Extract<paths[Path][Method], Record<string, unknown>>, Record<never, never>, MediaType>>

/** The operations of the server as the API document has them. Use it with `said`. */
export const http = createClient<paths>({ credentials: 'same-origin', fetch: patient() }) as {
  GET: Operation<'get'>
  POST: Operation<'post'>
  PUT: Operation<'put'>
  DELETE: Operation<'delete'>
}

/** What an operation answers; whatever is not an answer is thrown. */
export async function said<T>(call: Promise<{ data?: T }>): Promise<T> {
  return (await call).data as T
}
