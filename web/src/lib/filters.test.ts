import { describe, expect, it } from 'vitest'
import { carry, filtersOf, parse, withFilter, withoutFilter, write } from './filters'

describe('routes', () => {
  it('are read and written alike', () => {
    for (const hash of ['#/', '#/questions', '#/question/0a1b?voice=1&voice=2', '#/search?q=a+b&first=2015-03-01'])
      expect(write(parse(hash))).toBe(hash)
  })
  it('begin at the overview', () => {
    for (const hash of ['', '#', '#/']) expect(parse(hash)).toMatchObject({ page: 'overview', record: '' })
  })
  it('take what makes no sense as it is', () => expect(parse('#/read/%E0%A4%A').record).toBe('%E0%A4%A'))
  it('keep question marks in what is sought', () => expect(parse('#/search?q=who?').query.get('q')).toBe('who?'))
})

describe('filters', () => {
  const query = new URLSearchParams('voice=a&q=x&start=30')
  it('of one kind add up, and go back to the first page of a list', () =>
    expect(withFilter(query, 'voice', 'b').toString()).toBe('voice=a&q=x&voice=b'))
  it('are not set twice', () => expect(withFilter(query, 'voice', 'a').getAll('voice')).toEqual(['a']))
  it('of days replace each other', () =>
    expect(withFilter(new URLSearchParams('first=2015-01-01'), 'first', '2015-02-01').toString()).toBe('first=2015-02-01'))
  it('of days go with an empty value', () =>
    expect(withFilter(new URLSearchParams('first=2015-01-01'), 'first', '').toString()).toBe(''))
  it('are taken away one by one or all of a kind', () => {
    const two = new URLSearchParams('voice=a&voice=b&outlet=o')
    expect(withoutFilter(two, 'voice', 'a').toString()).toBe('voice=b&outlet=o')
    expect(withoutFilter(two, 'voice').toString()).toBe('outlet=o')
  })
  it('are carried over to other pages, what is sought is not', () => {
    expect(carry('#/timeline', query)).toBe('#/timeline?voice=a')
    expect(carry('#/read/0a?at=1-2', query)).toBe('#/read/0a?at=1-2&voice=a')
    expect(carry('#/voices?voice=c', query)).toBe('#/voices?voice=c')
    expect(carry('/api/originals/0a', query)).toBe('/api/originals/0a')
    expect(filtersOf(query).toString()).toBe('voice=a')
  })
})
