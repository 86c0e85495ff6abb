import { across, along, edge, type Stop } from '../../../../domain/chronology/timeline/move.ts'
import { xOf, type Picture } from '../../../../domain/chronology/timeline/picture.ts'
import {
  fit,
  pan,
  show,
  zoomAt,
  type Stretch,
  type View,
} from '../../../../domain/chronology/timeline/view.ts'

/** What a key does on the timeline: stand elsewhere, look elsewhere, or open what is there. */
export type KeyWork =
  | { readonly type: 'stand'; readonly stop: Stop }
  | { readonly type: 'look'; readonly view: View }
  | { readonly type: 'open' }

const zoomStep = 2

/** The pixel a zoom by key goes around: the place in hand where it is in sight, else the middle. */
export const anchorOf = (picture: Picture, { item }: Stop): number => {
  if (item === null) return picture.width / 2
  const x = xOf(picture, (item.from + item.to) / 2)
  return x >= 0 && x <= picture.width ? x : picture.width / 2
}

/** What a key means where the keyboard stands; null where it is none of the timeline’s. `singles`: letters count too. */
export const workOf = (
  key: string,
  picture: Picture,
  at: Stop,
  first: Stretch,
  singles: boolean,
): KeyWork | null => {
  const { layout, view, width } = picture
  const stand = (stop: Stop): KeyWork => ({ type: 'stand', stop })
  const look = (next: View): KeyWork => ({ type: 'look', view: next })
  switch (key) {
    case 'ArrowRight':
      return stand(along(layout, at, 1))
    case 'ArrowLeft':
      return stand(along(layout, at, -1))
    case 'ArrowDown':
      return stand(across(layout, at, 1))
    case 'ArrowUp':
      return stand(across(layout, at, -1))
    case 'Home':
      return stand(edge(layout, at, 'first'))
    case 'End':
      return stand(edge(layout, at, 'last'))
    case 'PageDown':
      return look(pan(view, width * 0.8))
    case 'PageUp':
      return look(pan(view, -width * 0.8))
    case '+':
    case '=':
      return look(zoomAt(view, anchorOf(picture, at), zoomStep))
    case '-':
    case '_':
      return look(zoomAt(view, anchorOf(picture, at), 1 / zoomStep))
    case '0':
      return look(fit(first, width))
    case 'Enter':
      return { type: 'open' }
    default:
      if (!singles || (key !== 'j' && key !== 'k')) return null
      return stand(along(layout, at, key === 'j' ? 1 : -1))
  }
}

/** The view moved, if need be, so that a place is in it. */
export const viewOn = (picture: Picture, { item }: Stop): View =>
  item === null ? picture.view : show(picture.view, picture.width, item)
