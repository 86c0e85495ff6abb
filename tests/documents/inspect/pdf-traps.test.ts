import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { inspectFile } from '../../../documents/inspect/inspect-file.ts'
import type { FindingKind } from '../../../domain/packs/pack-document.ts'
import { aDocx, aPdf, everythingIn, hiddenIn } from './build-files.ts'

type Trap = {
  readonly name: string
  readonly draw: (pdf: PDFKit.PDFDocument) => void
  readonly text: string
  readonly kind: FindingKind
}

// Methods of pdfkit that its published types leave out.
type Extra = {
  readonly note: (x: number, y: number, w: number, h: number, contents: string, options?: object) => void
  readonly file: (source: Buffer, options: object) => void
  readonly addNamedJavaScript: (name: string, script: string) => void
}
const extra = (pdf: PDFKit.PDFDocument): Extra => pdf

const traps: readonly Trap[] = [
  {
    name: 'text off the page',
    draw: (pdf) => pdf.text('Marion outside', 900, 100, { lineBreak: false }),
    text: 'Marion outside',
    kind: 'off-page-text',
  },
  {
    name: 'text below the page',
    draw: (pdf) => pdf.text('Marion below', 100, 2000, { lineBreak: false }),
    text: 'Marion below',
    kind: 'off-page-text',
  },
  {
    name: 'white text',
    draw: (pdf) => pdf.fillColor('#ffffff').text('Marion white', 100, 100),
    text: 'Marion white',
    kind: 'hidden-text',
  },
  {
    name: 'invisible text',
    draw: (pdf) => {
      pdf.addContent('3 Tr').text('Marion unseen', 100, 100)
    },
    text: 'Marion unseen',
    kind: 'hidden-text',
  },
  {
    name: 'text under a box',
    draw: (pdf) => {
      pdf.text('Marion covered', 100, 100).rect(90, 90, 300, 40).fill('#000000')
    },
    text: 'Marion covered',
    kind: 'hidden-text',
  },
  {
    name: 'a note',
    draw: (pdf) => {
      extra(pdf).note(10, 10, 20, 20, 'Marion noted', { Title: 'Cleo' })
    },
    text: 'Marion noted',
    kind: 'annotation',
  },
  {
    name: 'a link',
    draw: (pdf) => {
      pdf.text('here', 10, 10).link(10, 10, 50, 20, 'https://example.com/marion')
    },
    text: 'https://example.com/marion',
    kind: 'external-link',
  },
  {
    name: 'a form field',
    draw: (pdf) => {
      pdf.font('Helvetica').initForm().formText('client', 10, 10, 100, 20, { value: 'Marion field' })
    },
    text: 'Marion field',
    kind: 'form-field',
  },
  {
    name: 'a script',
    draw: (pdf) => {
      extra(pdf).addNamedJavaScript('start', 'app.alert("Marion script")')
    },
    text: 'Marion script',
    kind: 'macro',
  },
]

describe('a PDF with', () => {
  it.each(traps)('$name', async ({ draw, text, kind }) => {
    const inspection = await inspectFile(await aPdf(draw), 'file.pdf')
    expect(hiddenIn(inspection)).toContain(text)
    expect(inspection.findings.map((finding) => finding.kind)).toContain(kind)
  })

  it('white text on a dark box, which is not hidden', async () => {
    const bytes = await aPdf((pdf) => {
      pdf.rect(90, 90, 300, 40).fill('#1f3864').fillColor('#ffffff').text('Heading', 100, 100)
    })
    expect((await inspectFile(bytes, 'file.pdf')).findings).toEqual([])
  })

  it('packed bytes that happen to spell a script’s name, which is no script', async () => {
    const plain = Buffer.from(await aPdf((pdf) => pdf.text('x', 100, 100))).toString('latin1')
    const packed = (head: string, bytes: Buffer): Uint8Array => {
      const stream = `${head} /Length ${bytes.length} >>\nstream\n${bytes.toString('latin1')}\nendstream`
      const object = `\n991 0 obj\n<< ${stream}\nendobj\nxref\n`
      return new Uint8Array(
        Buffer.from(
          plain.replace('\nxref\n', () => object),
          'latin1',
        ),
      )
    }
    const kinds = async (file: Uint8Array): Promise<readonly string[]> =>
      (await inspectFile(file, 'file.pdf')).findings.map(({ kind }) => kind)
    expect(await kinds(packed('', Buffer.from('\u0001/JS\u0002')))).not.toContain('macro')
    const objects = deflateSync(Buffer.from('992 0 << /JS (app.alert) >>'))
    expect(await kinds(packed('/Type /ObjStm /Filter /FlateDecode', objects))).toContain('macro')
  })

  it('an attached file, opened in its turn', async () => {
    const docx = Buffer.from(aDocx('<w:p><w:r><w:t>Attached Marion</w:t></w:r></w:p>'))
    const bytes = await aPdf((pdf) => {
      extra(pdf).file(docx, { name: 'Marion notes.docx', description: 'Notes on Marion' })
    })
    const inspection = await inspectFile(bytes, 'file.pdf')
    expect(inspection.findings).toContainEqual({ kind: 'attachment', where: 'Marion notes.docx' })
    expect(inspection.texts.find(({ text }) => text === 'Attached Marion')?.where).toBe(
      'Marion notes.docx > word/document.xml paragraph 1',
    )
    expect(everythingIn(inspection)).toContain('Notes on Marion')
  })

  it('properties, outline and alternative text', async () => {
    const bytes = await aPdf(
      (pdf) => {
        pdf.outline.addItem('Marion chapter')
        const figure = pdf.struct('Figure', { alt: 'Marion at home' })
        pdf.addStructure(figure)
        figure.add(pdf.markStructureContent('Figure'))
        pdf.text('x', 10, 10)
        pdf.endMarkedContent()
        figure.end()
      },
      {
        tagged: true,
        pdfVersion: '1.7',
        info: { Title: 'Marion title', Author: 'Ada Author', Keywords: 'Test Street' },
      },
    )
    const inspection = await inspectFile(bytes, 'file.pdf')
    expect(inspection.properties).toMatchObject({
      Title: 'Marion title',
      Author: 'Ada Author',
      Keywords: 'Test Street',
      'XMP dc:creator': 'Ada Author',
    })
    expect(everythingIn(inspection)).toContain('Marion chapter')
    expect(hiddenIn(inspection)).toContain('Marion at home')
  })

  it('an earlier revision, opened in its turn', async () => {
    const before = Buffer.from(await aPdf((pdf) => pdf.text('Marion before', 100, 100))).toString('latin1')
    // An incremental update (ISO 32000-1, 7.5.6) that replaces the page's content by nothing.
    const content = /(\d+) 0 obj\n<<\n\/Length \d+\n>>\nstream/u.exec(before)?.[1] ?? ''
    const root = /\/Root (\d+ 0 R)/u.exec(before)?.[1] ?? ''
    const size = /\/Size (\d+)/u.exec(before)?.[1] ?? ''
    const previous = /startxref\n(\d+)/u.exec(before)?.[1] ?? ''
    const replaced = `${content} 0 obj\n<<\n/Length 1\n>>\nstream\n\nendstream\nendobj\n`
    const table = before.length + replaced.length
    const after = `${before}${replaced}xref\n${content} 1\n${String(before.length).padStart(10, '0')} 00000 n \ntrailer\n<<\n/Size ${size}\n/Root ${root}\n/Prev ${previous}\n>>\nstartxref\n${table}\n%%EOF\n`
    const inspection = await inspectFile(new Uint8Array(Buffer.from(after, 'latin1')), 'file.pdf')
    expect(inspection.texts.find(({ where }) => where === 'page 1')).toBeUndefined()
    expect(inspection.texts).toContainEqual({
      where: 'earlier revision > page 1',
      text: 'Marion before',
      hidden: false,
    })
    expect(inspection.findings.map(({ kind }) => kind)).toContain('incremental-save')
  })

  it('bytes after its end, and an object nothing points at', async () => {
    const plain = Buffer.from(await aPdf((pdf) => pdf.text('x', 100, 100))).toString('latin1')
    const orphan = plain.replace(
      '\nxref\n',
      '\n990 0 obj\n<< /Note (Marion orphan) /Wide <FEFF004D006100720069> >>\nendobj\nxref\n',
    )
    const inspection = await inspectFile(
      new Uint8Array(Buffer.from(`${orphan}Marion trailing`, 'latin1')),
      'file.pdf',
    )
    for (const text of ['Marion trailing', 'Marion orphan', 'Mari'])
      expect(hiddenIn(inspection)).toContain(text)
    expect(inspection.findings.map(({ kind }) => kind)).toContain('embedded')
  })

  it('a name over two lines, found as one text', async () => {
    const bytes = await aPdf((pdf) => pdf.text('seen with Marion Test at home', 100, 100, { width: 90 }))
    const inspection = await inspectFile(bytes, 'file.pdf')
    expect(inspection.texts.find(({ where }) => where === 'page 1')?.text).toBe(
      'seen with Marion Test at home',
    )
  })

  it('a word hyphenated or broken at the end of a line, found whole', async () => {
    const bytes = await aPdf((pdf) => {
      pdf.fontSize(10)
      for (const [index, line] of ['seen with Mari-', 'on at home'].entries())
        pdf.text(line, 100, 100 + 12 * index, { lineBreak: false })
      for (const [index, line] of ['Featherston', 'ehaugh'].entries())
        pdf.text(line, 300, 100 + 12 * index, { lineBreak: false })
    })
    const texts = (await inspectFile(bytes, 'file.pdf')).texts.map(({ text }) => text)
    expect(texts).toContain('Marion')
    expect(texts).toContain('Featherstonehaugh')
  })
})
