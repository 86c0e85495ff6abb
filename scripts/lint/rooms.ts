/** What a room may reach. Anything not listed is refused. Paths are of the repository, with `/`. */
type Room = {
  /** Files whose values and types may be imported. */
  readonly values: readonly RegExp[]
  /** Files of which only types may be imported. */
  readonly types: readonly RegExp[]
  readonly packages: readonly RegExp[]
}

const rooms: Readonly<Record<string, Room>> = {
  domain: { values: [/^domain\//], types: [], packages: [/^zod$/, /^temporal-polyfill$/] },
  documents: {
    values: [/^documents\//, /^domain\/result\.ts$/],
    types: [/^domain\//],
    packages: [
      /^node:/,
      /^zod$/,
      /^csv-stringify(\/|$)/,
      /^dejavu-fonts-ttf(\/|$)/,
      /^docx$/,
      /^fflate$/,
      /^papaparse$/,
      /^pdfjs-dist(\/|$)/,
      /^pdfkit$/,
      /^saxes$/,
      /^write-excel-file(\/|$)/,
      /^@zip\.js\/zip\.js$/,
      /^age-encryption$/,
    ],
  },
  db: {
    values: [/^db\//, /^domain\//],
    types: [],
    packages: [
      /^node:/,
      /^zod$/,
      /^better-sqlite3$/,
      /^@journeyapps\/sqlcipher$/,
      /^hash-wasm$/,
      /^@zxcvbn-ts\//,
    ],
  },
  workspace: {
    values: [/^workspace\//, /^db\//, /^documents\//, /^domain\//],
    types: [],
    packages: [/^node:/, /^zod$/],
  },
  electron: {
    values: [/^electron\//, /^workspace\/contract(\/[a-z-]+)?\.ts$/, /^domain\//],
    types: [/^workspace\/(views|messages)\.ts$/],
    packages: [/^node:/, /^zod$/, /^electron(\/|$)/],
  },
  renderer: {
    values: [/^renderer\//, /^workspace\/contract(\/[a-z-]+)?\.ts$/, /^domain\//],
    types: [/^workspace\/views\.ts$/],
    packages: [
      /^zod$/,
      /^react$/,
      /^react-dom(\/|$)/,
      /^react-aria-components(\/|$)/,
      /^react-hook-form$/,
      /^@hookform\/resolvers(\/|$)/,
      /^@tanstack\/react-virtual$/,
      /^zustand(\/|$)/,
      /^@fontsource\//,
      /^@zxcvbn-ts\//,
    ],
  },
}

const featureOf = (file: string): string | undefined => /^renderer\/features\/([^/]+)\//.exec(file)?.[1]

type Kind = { readonly isPackage: boolean; readonly isType: boolean }

/** Why `from` may not import `to` (a file of the repository, or a package); null where it may. */
export const refusal = (from: string, to: string, { isPackage, isType }: Kind): string | null => {
  const name = from.split('/', 1)[0] ?? ''
  const room = rooms[name]
  // Build configuration stands in a room's folder but is not part of it.
  if (room === undefined || from.endsWith('.config.ts')) return null
  if (isPackage) {
    return room.packages.some((known) => known.test(to)) ? null : `${name}/ may not use the package ${to}`
  }
  const [own, other] = [featureOf(from), featureOf(to)]
  if (own !== undefined && other !== undefined && own !== other) {
    return `the feature ${own} may not use the feature ${other}`
  }
  if (from.startsWith('renderer/ui/') && !to.startsWith('renderer/ui/')) {
    return 'renderer/ui/ holds primitives and may not use anything else of the app'
  }
  if (room.values.some((known) => known.test(to))) return null
  if (!room.types.some((known) => known.test(to))) return `${name}/ may not reach ${to}`
  return isType ? null : `${name}/ may import only types from ${to}`
}
