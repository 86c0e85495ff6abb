/** Points and boxes in points of the page. */
export type Point = readonly [x: number, y: number]
export type Matrix = readonly [number, number, number, number, number, number]
export type Box = {
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly top: number
}
export const identity: Matrix = [1, 0, 0, 1, 0, 0]

export const times = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[2] * b[1],
  a[1] * b[0] + a[3] * b[1],
  a[0] * b[2] + a[2] * b[3],
  a[1] * b[2] + a[3] * b[3],
  a[0] * b[4] + a[2] * b[5] + a[4],
  a[1] * b[4] + a[3] * b[5] + a[5],
]

export const matrixOf = (value: unknown): Matrix => {
  const list = Array.from(Object.values(value as ArrayLike<number>))
  return [list[0] ?? 1, list[1] ?? 0, list[2] ?? 0, list[3] ?? 1, list[4] ?? 0, list[5] ?? 0]
}

export const boxOf = (matrix: Matrix, left: number, bottom: number, right: number, top: number): Box => {
  const corners = [
    [left, bottom],
    [right, bottom],
    [left, top],
    [right, top],
  ].map(([x = 0, y = 0]) => [
    matrix[0] * x + matrix[2] * y + matrix[4],
    matrix[1] * x + matrix[3] * y + matrix[5],
  ])
  const xs = corners.map(([x = 0]) => x)
  const ys = corners.map(([, y = 0]) => y)
  return { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) }
}
