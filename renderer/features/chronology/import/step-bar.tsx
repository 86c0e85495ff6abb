import { useStore } from '../../../store.ts'
import { importSteps, type ImportStep } from './slice.ts'

export const stepTitles: Readonly<Record<ImportStep, string>> = {
  agency: 'Agency and files',
  file: 'The file as it is',
  columns: 'Columns',
  preview: 'Preview',
  import: 'Import',
}

/** The steps, in order; any of them can be gone back to, and on to once there is a file to show. */
export const StepBar = () => {
  const step = useStore((state) => state.importStep)
  const goStep = useStore((state) => state.goImportStep)
  const hasFile = useStore((state) =>
    state.importFiles.some(({ look, done, path }) => look !== null && !done && path === state.importPath),
  )
  const hasAny = useStore((state) => state.importFiles.length > 0)
  return (
    <nav aria-label="Steps of the import">
      <ol className="step-bar">
        {importSteps.map((one, index) => {
          const open = one === 'agency' || (one === 'import' ? hasAny : hasFile)
          return (
            <li key={one}>
              <button
                type="button"
                className="step"
                aria-current={one === step ? 'step' : undefined}
                disabled={!open}
                onClick={() => goStep(one)}
              >
                <span className="step-number numbers">{index + 1}</span> {stepTitles[one]}
              </button>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
