// The API, typed by its own description (web/openapi.json).
import type { components, paths } from './schema'

export type Schemas = components['schemas']
type Get<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer T } } } }
}
  ? T
  : never
type Readable = { [P in keyof paths]: Get<P> extends never ? never : P }[keyof paths]

/** What the server answered instead of data. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly wayOut = '',
  ) {
    super(message)
  }
}

/** Fill an endpoint's `{record}` and add what is asked of it. */
export function address(path: string, record = '', query?: URLSearchParams): string {
  const asked = query?.toString() ?? ''
  return path.replace(/\{\w+\}/, encodeURIComponent(record)) + (asked ? `?${asked}` : '')
}

/** Ask for a view. */
export async function get<P extends Readable>(
  path: P,
  { record = '', query, signal }: { record?: string; query?: URLSearchParams; signal?: AbortSignal } = {},
): Promise<Get<P>> {
  return answer(await reach(address(path, record, query), { signal }))
}

/** Record a decision; the answer comes when the case has been derived anew. */
export async function judge(decision: Schemas['Decide']): Promise<Schemas['JudgementRow']> {
  return send('/api/judgements', decision)
}

/** Take a decision back. */
export async function undo(judgement: string, taken: Schemas['Undo']): Promise<Schemas['JudgementRow']> {
  return send(`/api/judgements/${judgement}/undo`, taken)
}

async function send<T>(path: string, body: unknown): Promise<T> {
  const headers = { 'content-type': 'application/json' }
  return answer(await reach(path, { method: 'POST', headers, body: JSON.stringify(body) }))
}

async function reach(path: string, options: RequestInit): Promise<Response> {
  try {
    return await fetch(path, options)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ApiError(0, 'sayso does not answer.', 'Is `sayso serve` still running?')
  }
}

async function answer<T>(response: Response): Promise<T> {
  if (response.ok) return (await response.json()) as T
  const text = await response.text()
  throw explain(response.status, text)
}

function explain(status: number, text: string): ApiError {
  if (status === 401)
    return new ApiError(401, 'This page has no key.', 'Open the address that `sayso serve` printed.')
  try {
    const told = JSON.parse(text) as { detail?: unknown; way_out?: string }
    const detail = typeof told.detail === 'string' ? told.detail : 'That cannot be asked.'
    return new ApiError(status, detail, told.way_out ?? '')
  } catch {
    return new ApiError(status, text.slice(0, 300) || `The server answered ${status}.`)
  }
}
