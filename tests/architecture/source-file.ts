import ts from 'typescript'

/** What the rules need to know of a source file. */
export interface SourceFile {
  /** From the project's root, with forward slashes: "domain/figure/figure.ts" */
  path: string
  /** Every module it names, type-only and dynamic imports and re-exports included. */
  imports: string[]
  /** Those of them that are loaded before the file's first line runs. */
  staticImports: string[]
  readsEnvironment: boolean
  readsClock: boolean
  onlyReexports: boolean
}

/** Reads one file with TypeScript's own parser, so that comments and strings are never taken for code. */
export function readSource(path: string, text: string): SourceFile {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const file: SourceFile = {
    path,
    imports: [],
    staticImports: [],
    readsEnvironment: false,
    readsClock: false,
    onlyReexports: tree.statements.length > 0 && tree.statements.every(isReexport),
  }
  const visit = (node: ts.Node): void => {
    const declared = moduleDeclared(node)
    const named = declared ?? moduleReferred(node)
    if (named) file.imports.push(named)
    if (declared) file.staticImports.push(declared)
    if (isMember(node, 'process', 'env')) file.readsEnvironment = true
    if (isMember(node, 'Date', 'now') || isNewDateOfNow(node)) file.readsClock = true
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return file
}

function isReexport(statement: ts.Statement): boolean {
  return ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined
}

function moduleDeclared(node: ts.Node): string | undefined {
  if (!ts.isImportDeclaration(node) && !ts.isExportDeclaration(node)) return undefined
  return node.moduleSpecifier && textOf(node.moduleSpecifier)
}

function moduleReferred(node: ts.Node): string | undefined {
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return textOf(node.argument.literal)
  if (ts.isExternalModuleReference(node)) return textOf(node.expression)
  if (!ts.isCallExpression(node)) return undefined
  const loads = node.expression.kind === ts.SyntaxKind.ImportKeyword || isNamed(node.expression, 'require')
  return loads && node.arguments[0] ? textOf(node.arguments[0]) : undefined
}

function textOf(node: ts.Node): string | undefined {
  return ts.isStringLiteralLike(node) ? node.text : undefined
}

function isNamed(node: ts.Node, name: string): boolean {
  return ts.isIdentifier(node) && node.text === name
}

function isMember(node: ts.Node, object: string, member: string): boolean {
  return ts.isPropertyAccessExpression(node) && isNamed(node.expression, object) && node.name.text === member
}

function isNewDateOfNow(node: ts.Node): boolean {
  return ts.isNewExpression(node) && isNamed(node.expression, 'Date') && (node.arguments?.length ?? 0) === 0
}
