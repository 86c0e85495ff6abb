import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Notes } from './notes.ts'

type Annotation = Readonly<Record<string, unknown>> & { readonly subtype?: string }

// Fields of an annotation that pdf.js gives and a person may have filled in.
const textFields = [
  'fieldName',
  'fieldValue',
  'defaultFieldValue',
  'alternativeText',
  'exportValue',
  'buttonValue',
  'textContent',
  'url',
  'unsafeUrl',
  'overlaidText',
  'contents',
  'title',
]

/** Notes the annotations of a page: comments with their authors, links, form fields, attached files, scripts. */
export const inspectAnnotations = async (page: PDFPageProxy, where: string, notes: Notes): Promise<void> => {
  const annotations = (await page.getAnnotations({ intent: 'any' })) as readonly Annotation[]
  for (const annotation of annotations) {
    const { subtype = 'unknown' } = annotation
    const place = `${where}, ${subtype.toLowerCase()} annotation`
    if (subtype === 'Widget') notes.finding('form-field', where)
    else if (subtype === 'FileAttachment') notes.finding('attachment', where)
    else if (subtype === 'Link') noteLink(annotation, where, notes)
    else notes.finding('annotation', place)
    for (const key of textFields) for (const text of stringsIn(annotation[key])) notes.text(place, text, true)
    for (const key of ['titleObj', 'contentsObj', 'richText', 'options', 'actions']) {
      for (const text of stringsIn(annotation[key]))
        notes.text(`${place}, ${key.replace(/Obj$/u, '')}`, text, true)
    }
    if (annotation['actions'] !== undefined && annotation['actions'] !== null) notes.finding('macro', place)
  }
  for (const [name, scripts] of (await page.getJSActions()) ?? []) {
    notes.finding('macro', `${where}, script ${String(name)}`)
    notes.text(`${where}, script`, String(scripts), true)
  }
}

const noteLink = (annotation: Annotation, where: string, notes: Notes): void => {
  if (annotation['url'] ?? annotation['unsafeUrl']) notes.finding('external-link', where)
}

const stringsIn = (value: unknown, depth = 0): readonly string[] => {
  if (typeof value === 'string') return ['ltr', 'rtl', 'auto'].includes(value) ? [] : [value]
  if (value === null || typeof value !== 'object' || depth > 8) return []
  const inner: readonly unknown[] =
    value instanceof Map ? [...(value as Map<unknown, unknown>).values()] : Object.values(value)
  const strings = inner.flatMap((item) => stringsIn(item, depth + 1))
  // A list of lines is one text.
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
    ? [strings.join(' ')]
    : strings
}
