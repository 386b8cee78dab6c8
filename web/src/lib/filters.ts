// Filters stand in the address behind the route, so that a view can be sent as a link. Pure functions over addresses.

export const MANY = ['voice', 'outlet', 'language', 'place', 'report'] as const
export const ONE = ['first', 'last'] as const
export type Filter = (typeof MANY)[number] | (typeof ONE)[number]
const ALL: readonly string[] = [...MANY, ...ONE]

/** A place in the app: the page, the record it shows, and what is asked of it. */
export interface Route {
  page: string
  record: string
  query: URLSearchParams
}

/** Read `#/question/0a1b?voice=…`. */
export function parse(hash: string): Route {
  const [path = '', asked = ''] = hash.replace(/^#\/?/, '').split(/\?(.*)/s)
  const [page = '', record = ''] = path.split('/')
  return { page: page || 'overview', record: decoded(record), query: new URLSearchParams(asked) }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** Write a route as an address. */
export function write({ page, record, query }: Route): string {
  const path = page === 'overview' ? '' : page + (record ? `/${encodeURIComponent(record)}` : '')
  const asked = query.toString()
  return `#/${path}${asked ? `?${asked}` : ''}`
}

/** Keep only what filters; what belongs to one page (what is sought, where a list begins) goes. */
export function filtersOf(query: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...query].filter(([name]) => ALL.includes(name)))
}

/** Tell whether anything is filtered. */
export function filtered(query: URLSearchParams): boolean {
  return [...query.keys()].some((name) => ALL.includes(name))
}

/** Return the query with a filter's value set (one value) or added (many); an empty value takes the filter away. */
export function withFilter(query: URLSearchParams, filter: Filter, value: string): URLSearchParams {
  const next = new URLSearchParams(query)
  const many = (MANY as readonly string[]).includes(filter)
  if (!value && !many) next.delete(filter)
  else if (!many) next.set(filter, value)
  else if (!next.getAll(filter).includes(value)) next.append(filter, value)
  next.delete('start')
  return next
}

/** Return the query without one value of a filter, or without all of them. */
export function withoutFilter(query: URLSearchParams, filter: Filter, value?: string): URLSearchParams {
  const kept = [...query].filter(([name, held]) => name !== filter || (value !== undefined && held !== value))
  return new URLSearchParams(kept.filter(([name]) => name !== 'start'))
}

/** Carry the filters of `query` over to an address inside the app that has none of its own. */
export function carry(href: string, query: URLSearchParams): string {
  const route = parse(href)
  if (!href.startsWith('#/') || filtered(route.query)) return href
  for (const [name, value] of filtersOf(query)) route.query.append(name, value)
  return write(route)
}
