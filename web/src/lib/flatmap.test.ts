import { describe, expect, it } from 'vitest'
import { path, projection, windowOf } from './flatmap'

describe('the flat map', () => {
  const view = windowOf([{ at: [5.3, 60.4], radius: 4 }, { at: [10.7, 59.9], radius: 60 }])
  const { point, kilometres, width, height } = projection(view, 1000)
  it('holds every circle whole', () => {
    for (const [at, radius] of [[[5.3, 60.4], 4], [[10.7, 59.9], 60]] as const) {
      const [x, y] = point([...at])
      const r = kilometres(radius)
      expect(x - r).toBeGreaterThanOrEqual(0)
      expect(y - r).toBeGreaterThanOrEqual(0)
      expect(x + r).toBeLessThanOrEqual(width)
      expect(y + r).toBeLessThanOrEqual(height)
    }
  })
  it('has north above', () => expect(point([6, 61])[1]).toBeLessThan(point([6, 60])[1]))
  it('draws a kilometre alike in both directions', () => {
    const north = Math.abs(point([8, 60])[1] - point([8, 61])[1])
    expect(kilometres(111.2)).toBeCloseTo(north, 5)
  })
  it('is never a blur around one town', () => {
    const one = windowOf([{ at: [5.3, 60.4], radius: 1 }])
    expect(one.east - one.west).toBeGreaterThanOrEqual(0.8)
  })
  it('leaves out what lies elsewhere', () => {
    const far = { type: 'Polygon' as const, coordinates: [[[100, 0], [101, 0], [101, 1], [100, 0]]] }
    const near = { type: 'Polygon' as const, coordinates: [[[5, 60], [6, 60], [6, 61], [5, 60]]] }
    expect(path(far, view, point)).toBe('')
    expect(path(near, view, point)).toMatch(/^M[\d.]+ [\d.]+L.*Z$/)
  })
})
