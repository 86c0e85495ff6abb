import { childElements, childNamed, type XmlElement } from '../xml.ts'
import { announce, type Story } from './story.ts'
import { toggle } from './styles.ts'

/** What a form field shows where its value is not in its result. */
export const formFieldText = (begin: XmlElement): string => {
  const data = childNamed(begin, 'w:ffData')
  const list = childNamed(data, 'w:ddList')
  if (list) {
    const entries = childElements(list).filter((entry) => entry.name === 'w:listEntry')
    const chosen = childNamed(list, 'w:result') ?? childNamed(list, 'w:default')
    return entries[Number(chosen?.attributes['w:val'] ?? 0)]?.attributes['w:val'] ?? ''
  }
  const box = childNamed(data, 'w:checkBox')
  if (!box) return ''
  return (toggle(box, 'w:checked') ?? toggle(box, 'w:default') ?? false) ? '☒' : '☐'
}

/** Announces a field instruction that names something outside the text. */
export const announceInstruction = (story: Story, instruction: string): void => {
  const found = /^\s*(HYPERLINK|INCLUDETEXT|INCLUDEPICTURE|LINK|DDE|DDEAUTO|DATABASE|IMPORT)\s+(.+)$/is.exec(
    instruction,
  )
  if (!found || /^\\l\s/i.test(found[2]!.trim())) return
  const detail = `A field (${found[1]!.toUpperCase()}) leads outside the text: ${found[2]!.trim()}. It was not followed.`
  announce(story, 'external-link', detail)
}

/** Follows a field through its instruction, its result and its end. */
export const followField = (mark: XmlElement, story: Story): void => {
  const type = mark.attributes['w:fldCharType']
  if (type === 'begin') story.fields.push('instruction')
  else if (type === 'end') story.fields.pop()
  else if (type === 'separate' && story.fields.length > 0) story.fields[story.fields.length - 1] = 'result'
}
