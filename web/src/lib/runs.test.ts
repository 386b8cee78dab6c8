import { describe, expect, it } from 'vitest'
import { runs } from './runs'

const mark = (kind: string, start: number, end: number, id = '', css = '') => ({ kind, start, end, id, css, note: '' })

describe('runs', () => {
  const text = 'The mayor of Orlo 🐟 said ten fled.'
  it('joined are the text, whatever the marks', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const at = (n: number) => (seed * 7 + n * 13) % (text.length - 1)
      const marks = [0, 1, 2, 3].map((n) => mark('figure', at(n), at(n) + 1 + ((seed + n) % 9)))
      marks.sort((a, b) => a.start - b.start)
      expect(runs(text, 0, text.length, marks).map((one) => one.text).join('')).toBe(text)
      expect(runs(text, 4, 20, marks).map((one) => one.text).join('')).toBe(text.slice(4, 20))
    }
  })
  it('carry every kind that is open, and the innermost statement', () => {
    const marks = [mark('statement', 0, 34, 'outer', 'said'), mark('statement', 25, 33, 'inner', 'own'), mark('figure', 26, 29)]
    const made = runs(text, 0, text.length, marks)
    const figure = made.find((one) => one.kinds.includes('figure'))
    expect(figure).toMatchObject({ text: 'ten', statement: 'inner', css: 'own', kinds: ['statement', 'figure'] })
    expect(made[0]).toMatchObject({ statement: 'outer' })
  })
  it('without marks are one', () => expect(runs(text, 0, 9, [])).toHaveLength(1))
  it('of an empty stretch are none', () => expect(runs('', 0, 0, [])).toEqual([]))
})
