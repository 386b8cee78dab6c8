// A plain map without WebGL: land and borders as SVG paths in an equirectangular window around what is shown.
import type { MultiLineString, MultiPolygon, Polygon, Position } from 'geojson'

export interface Window {
  west: number
  south: number
  east: number
  north: number
}

const KM_PER_DEGREE = 111.2

/** The window that holds all points with room around them; never less than some 40 km, so that a town is not a blur. */
export function windowOf(points: readonly { at: Position; radius: number }[]): Window {
  const spans = points.map(({ at, radius }) => {
    const [lon = 0, lat = 0] = at
    const up = radius / KM_PER_DEGREE
    const aside = up / Math.max(0.2, Math.cos((lat * Math.PI) / 180))
    return { west: lon - aside, south: lat - up, east: lon + aside, north: lat + up }
  })
  const west = Math.min(...spans.map((one) => one.west))
  const east = Math.max(...spans.map((one) => one.east))
  const south = Math.min(...spans.map((one) => one.south))
  const north = Math.max(...spans.map((one) => one.north))
  const wide = Math.max((east - west) * 1.3, 0.8)
  const tall = (north - south) * 1.3
  const [lon, lat] = [(west + east) / 2, (south + north) / 2]
  const flat = (wide / 2) * Math.cos((lat * Math.PI) / 180) // the picture is at least half as high as it is wide
  const high = Math.max(tall, flat)
  return { west: lon - wide / 2, south: Math.max(lat - high / 2, -88), east: lon + wide / 2, north: Math.min(lat + high / 2, 88) }
}

/** How the window is drawn: `width` and `height` in units of the picture, and where a point stands in it. */
export function projection(view: Window, width: number) {
  const middle = Math.cos((((view.south + view.north) / 2) * Math.PI) / 180)
  const scale = width / (view.east - view.west)
  const height = Math.round((scale * (view.north - view.south)) / middle)
  const point = ([lon = 0, lat = 0]: Position): [number, number] => [
    (lon - view.west) * scale,
    ((view.north - lat) * scale) / middle,
  ]
  const kilometres = (km: number): number => ((km / KM_PER_DEGREE) * scale) / middle
  return { width, height, point, kilometres }
}

/** The rings of a shape as one SVG path; rings wholly outside the window are left out. */
export function path(shape: Polygon | MultiPolygon, view: Window, point: (at: Position) => [number, number]): string {
  const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates
  const rings = polygons.flat().filter((ring) => touches(ring, view))
  return rings.map((ring) => 'M' + ring.map((at) => point(at).map((x) => x.toFixed(1)).join(' ')).join('L') + 'Z').join('')
}

/** Lines as one SVG path; those wholly outside the window are left out. */
export function lines(shape: MultiLineString, view: Window, point: (at: Position) => [number, number]): string {
  const inside = shape.coordinates.filter((line) => touches(line, view))
  return inside.map((line) => 'M' + line.map((at) => point(at).map((x) => x.toFixed(1)).join(' ')).join('L')).join('')
}

function touches(ring: readonly Position[], view: Window): boolean {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [lon = 0, lat = 0] of ring) {
    west = Math.min(west, lon)
    east = Math.max(east, lon)
    south = Math.min(south, lat)
    north = Math.max(north, lat)
  }
  return west <= view.east && east >= view.west && south <= view.north && north >= view.south
}
