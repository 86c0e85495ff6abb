import { fingerprintOf } from '../../../domain/packs/fingerprint.ts'
import type { PackView } from '../../../workspace/views.ts'
import { BasisFacts } from '../../basis.tsx'
import { usePseudonyms } from '../../permit.ts'
import { Notice } from '../../ui/notice.tsx'
import { bytesInWords, counted } from '../../ui/words.ts'
import { kindWords } from './kind-words.ts'

export const PackFiles = ({ pack }: { readonly pack: PackView }) => {
  const pseudonyms = usePseudonyms()
  return (
    <div className="stack">
      {pack.files.length === 0 ? (
        <Notice tone="info" title="No file has been written yet">
          <p>{pack.note ?? 'Files are written and opened again once nothing is left to decide.'}</p>
        </Notice>
      ) : pack.leaks.length === 0 ? (
        <Notice tone="good" title="The gate found nothing">
          <p>
            Every file was opened again. Nothing from the people key stands in its text, its hidden parts, its
            properties or its name.
          </p>
        </Notice>
      ) : (
        <Notice tone="danger" title={`The gate stopped this pack: ${counted(pack.leaks.length, 'finding')}`}>
          <ul>
            {pack.leaks.map((leak, index) => (
              <li key={`${index} ${leak.where}`}>
                {leak.file}, {leak.where}: {kindWords[leak.kind]}
                {pseudonyms ? '' : ` “${leak.text}”`}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {pack.files.length > 0 && (
        <div className="table-wrap">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">File</th>
                <th scope="col">Format</th>
                <th scope="col" className="number">
                  Size
                </th>
                <th scope="col">SHA-256</th>
              </tr>
            </thead>
            <tbody>
              {pack.files.map((file) => (
                <tr key={file.name}>
                  <th scope="row">{file.name}</th>
                  <td>{file.format}</td>
                  <td className="number">{bytesInWords(file.bytes)}</td>
                  <td>
                    <code className="small">{fingerprintOf(file.sha256)}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <section className="section">
        <h3>Basis</h3>
        <dl className="facts">
          <BasisFacts basis={pack.basis} />
        </dl>
      </section>
    </div>
  )
}
