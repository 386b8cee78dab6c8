// Where the app is: the address, followed.
import { carry, filtersOf, parse, write, type Route } from './filters'

class Place {
  route = $state.raw<Route>(parse(location.hash))

  constructor() {
    addEventListener('hashchange', () => (this.route = parse(location.hash)))
  }

  /** What filters, for the API. */
  get filters(): URLSearchParams {
    return filtersOf(this.route.query)
  }

  /** Go somewhere, keeping the filters. */
  go(href: string): void {
    location.hash = carry(href, this.route.query)
  }

  /** Ask something else of the same page; `quietly` leaves no step for *back*, as while someone types. */
  ask(query: URLSearchParams, quietly = false): void {
    const href = write({ ...this.route, query })
    if (quietly) history.replaceState(null, '', href)
    else location.hash = href
    this.route = parse(href)
  }

  /** An address inside the app with the present filters. */
  to(href: string): string {
    return carry(href, this.route.query)
  }
}

export const place = new Place()
