import { useState } from 'react'
import type { Paper } from '../../../../domain/chronology/timeline/draw-sheet.ts'
import type { Picture } from '../../../../domain/chronology/timeline/picture.ts'
import { entriesSeen } from '../../../../domain/chronology/timeline/seen.ts'
import { stretchOf } from '../../../../domain/chronology/timeline/view.ts'
import { stretchWords } from '../../../../domain/chronology/timeline/words.ts'
import { pictureFormats, type PictureFormat } from '../../../../workspace/contract/timeline.ts'
import { useStore } from '../../../store.ts'
import { Button } from '../../../ui/button.tsx'
import { Choice, ChoiceGroup } from '../../../ui/field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { counted, listed } from '../../../ui/words.ts'

const formatWords: Readonly<Record<PictureFormat, string>> = {
  svg: 'SVG, drawn in lines: sharp at any size',
  png: 'PNG, in dots: opens anywhere',
}

/** What leaves with a picture of the timeline, before it does. */
export const ExportForm = ({
  picture,
  onClose,
}: {
  readonly picture: Picture
  readonly onClose: () => void
}) => {
  const exportTimeline = useStore((state) => state.exportTimeline)
  const chooseFolder = useStore((state) => state.chooseFolder)
  const toast = useStore((state) => state.toast)
  const [formats, setFormats] = useState<readonly PictureFormat[]>(pictureFormats)
  const [paper, setPaper] = useState<Paper>('a4')
  const [labels, setLabels] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const stretch = stretchOf(picture.view, picture.width)
  const count = entriesSeen(picture.entries, stretch).length
  const go = async (): Promise<void> => {
    setProblem(null)
    if (formats.length === 0) return setProblem('Choose at least one kind of file.')
    const folder = await chooseFolder('Choose the folder to export into', true)
    if (!folder) return
    const answer = await exportTimeline({ stretch, paper, formats, labels, out: folder.path })
    if ('error' in answer) return setProblem(answer.error.message)
    toast(
      'good',
      `${counted(answer.files.length, 'file')} written: ${listed(answer.files.map(({ name }) => name))}.`,
    )
    onClose()
  }
  return (
    <div className="stack">
      <ul className="consequences">
        <li>
          {counted(count, 'entry', 'entries')} of {counted(picture.lanes.length, 'agency', 'agencies')},{' '}
          {stretchWords(stretch)}, leave as marks on a sheet, with silences, links and the days of the case.
          What is filtered out stays out.
        </li>
        <li>
          {labels
            ? 'The first words of entries stand beside their marks, every name as its pseudonym.'
            : 'No words of an entry are in the picture, only when it was and whose it is.'}
        </li>
        <li>
          Names are never in it: people, places and organisations of the people key stand under their
          pseudonyms, and what may be a name and nobody has decided on is left out.
        </li>
        <li>
          The files are opened again and searched before they leave, and the export is on the audit record.
        </li>
      </ul>
      {problem && (
        <Notice tone="danger" title="Nothing was written" live>
          <p>{problem}</p>
        </Notice>
      )}
      <ChoiceGroup id="timeline-formats" legend="Files">
        {pictureFormats.map((format) => (
          <Choice
            key={format}
            type="checkbox"
            label={formatWords[format]}
            checked={formats.includes(format)}
            onChange={(event) =>
              setFormats(
                event.target.checked ? [...formats, format] : formats.filter((one) => one !== format),
              )
            }
          />
        ))}
      </ChoiceGroup>
      <ChoiceGroup id="timeline-paper" legend="Sheet" inline>
        {(['a4', 'a3'] as const).map((one) => (
          <Choice
            key={one}
            type="radio"
            name="timeline-paper"
            label={one.toUpperCase()}
            checked={paper === one}
            onChange={() => setPaper(one)}
          />
        ))}
      </ChoiceGroup>
      <ChoiceGroup id="timeline-labels" legend="Words">
        <Choice
          type="checkbox"
          label="The first words of entries, as pseudonyms"
          hint="Where there is room beside a mark."
          checked={labels}
          onChange={(event) => setLabels(event.target.checked)}
        />
      </ChoiceGroup>
      <div className="form-actions">
        <Button kind="primary" icon="send" onPress={() => void go()}>
          Choose a folder and export
        </Button>
        <Button kind="quiet" onPress={onClose}>
          Cancel
        </Button>
      </div>
    </div>
  )
}
