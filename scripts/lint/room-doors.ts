import path from 'node:path'
import { AST_NODE_TYPES, type TSESLint, type TSESTree } from '@typescript-eslint/utils'
import { refusal } from './rooms.ts'

const repository = path.resolve(import.meta.dirname, '../..')

const inside = (file: string): string => path.relative(repository, file).split(path.sep).join('/')

const isTypeOnly = (node: TSESTree.ImportDeclaration | TSESTree.ExportNamedDeclaration): boolean => {
  if (node.type === AST_NODE_TYPES.ImportDeclaration) {
    if (node.importKind === 'type') return true
    const kinds = node.specifiers.map((one) =>
      one.type === AST_NODE_TYPES.ImportSpecifier ? one.importKind : 'value',
    )
    return kinds.length > 0 && kinds.every((kind) => kind === 'type')
  }
  return (
    node.exportKind === 'type' ||
    (node.specifiers.length > 0 && node.specifiers.every((one) => one.exportKind === 'type'))
  )
}

/** Refuses an import through a wrong door of the house, whether of values, of types or by `import()`. */
export const roomDoors: TSESLint.RuleModule<'refused'> = {
  defaultOptions: [],
  meta: { type: 'problem', schema: [], messages: { refused: '{{why}} (see scripts/lint/rooms.ts).' } },
  create(context) {
    const from = inside(context.filename)

    const check = (node: TSESTree.Node, source: unknown, isType: boolean): void => {
      if (typeof source !== 'string') return
      const isPackage = !source.startsWith('.') && !source.startsWith('/')
      const to = isPackage ? source : inside(path.resolve(path.dirname(context.filename), source))
      const why = refusal(from, to, { isPackage, isType })
      if (why !== null) context.report({ node, messageId: 'refused', data: { why } })
    }

    return {
      ImportDeclaration: (node) => check(node, node.source.value, isTypeOnly(node)),
      ExportNamedDeclaration: (node) => check(node, node.source?.value, isTypeOnly(node)),
      ExportAllDeclaration: (node) => check(node, node.source.value, node.exportKind === 'type'),
      ImportExpression: (node) =>
        check(node, node.source.type === AST_NODE_TYPES.Literal ? node.source.value : undefined, false),
      TSImportType: (node) => check(node, node.source.value, true),
    }
  },
}
