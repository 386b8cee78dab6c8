// A text cut where marks begin and end, so that each piece has one set of marks. The pieces joined are the text exactly.
import type { Schemas } from './api'

type Mark = Schemas['MarkView']
export interface Run {
  start: number
  text: string
  /** Kinds of marks on this piece, for styling. */
  kinds: string[]
  /** Of the innermost statement: its id, and how it is told ("said", "own", "taken", with "against"). */
  statement: string
  /** All statements on this piece. */
  statements: string[]
  css: string
  note: string
}

export const KINDS = ['statement', 'source', 'cue', 'figure', 'time', 'place', 'boilerplate'] as const

/** Cut `text[start, end)`; `marks` are sorted by where they begin. Offsets are UTF-16 units of the whole text. */
export function runs(text: string, start: number, end: number, marks: readonly Mark[]): Run[] {
  const inside = marks.filter((mark) => mark.start < end && mark.end > start)
  const edges = new Set([start, end])
  for (const mark of inside) {
    if (mark.start > start) edges.add(mark.start)
    if (mark.end < end) edges.add(mark.end)
  }
  const cuts = [...edges].sort((a, b) => a - b)
  const made: Run[] = []
  let next = 0
  let open: Mark[] = []
  for (let n = 0; n + 1 < cuts.length; n += 1) {
    const [from, to] = [cuts[n]!, cuts[n + 1]!]
    open = open.filter((mark) => mark.end > from)
    while (next < inside.length && inside[next]!.start <= from) open.push(inside[next++]!)
    open = open.filter((mark) => mark.end > from)
    made.push(run(text.slice(from, to), from, open))
  }
  return made
}

function run(text: string, start: number, open: readonly Mark[]): Run {
  const statements = open.filter((mark) => mark.kind === 'statement')
  const inner = statements.reduce<Mark | undefined>(
    (least, mark) => (!least || mark.end - mark.start < least.end - least.start ? mark : least), undefined,
  )
  const notes = open.filter((mark) => mark.note).sort((a, b) => a.end - a.start - (b.end - b.start))
  return {
    start,
    text,
    kinds: [...new Set(open.map((mark) => mark.kind))],
    statement: inner?.id ?? '',
    statements: statements.map((mark) => mark.id),
    css: inner?.css ?? '',
    note: notes[0]?.note ?? '',
  }
}
