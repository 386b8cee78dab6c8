// Keys that work on every page. A letter alone never acts while someone types.
import { place } from './route.svelte'

export const PLACES: [string, string, string][] = [
  ['o', '#/', 'Overview'],
  ['q', '#/questions', 'Questions'],
  ['d', '#/documents', 'Documents'],
  ['v', '#/voices', 'Voices'],
  ['t', '#/timeline', 'Timeline'],
  ['p', '#/places', 'Places'],
  ['s', '#/sources', 'Sources'],
  ['j', '#/judgements', 'Judgements'],
  ['x', '#/triage', 'To decide'],
]

export function typing(event: KeyboardEvent): boolean {
  const at = event.target
  return (
    event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]') !== null ||
    (at instanceof HTMLElement && (at.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(at.tagName)))
  )
}

/** Follow `g` and a letter to a page, `/` to the search, `?` to the help; return how to stop. */
export function keyboard({ help }: { help: () => void }): () => void {
  let going = 0
  function pressed(event: KeyboardEvent): void {
    if (typing(event)) return
    const target = performance.now() - going < 1500 ? PLACES.find(([key]) => key === event.key) : undefined
    going = 0
    if (target) place.go(target[1])
    else if (event.key === 'g') going = performance.now()
    else if (event.key === '/') place.go('#/search')
    else if (event.key === '?') help()
    else return
    event.preventDefault()
  }
  addEventListener('keydown', pressed)
  return () => removeEventListener('keydown', pressed)
}
