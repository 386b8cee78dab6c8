// What a page asks the API: the filters, and what of the address belongs to the page itself.
import { place } from './route.svelte'

export function asked(...own: string[]): URLSearchParams {
  const query = place.filters
  for (const name of own) {
    const value = place.route.query.get(name)
    if (value) query.set(name, value)
  }
  return query
}
