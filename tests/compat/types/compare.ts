import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const QUESTIONS = `${HERE}questions.ts`;

export interface Comparison {
  /** Names that only the official package exports. */
  missing: string[];
  /** What the compiler says against our declaration of a name, by name. */
  incompatible: Map<string, string>;
  /** Names that both export. */
  shared: string[];
}

/** What is known to differ in the official declarations, so that everything else can be compared. */
export interface Gaps {
  /** Members that ours need not have: `Type.member`, or `*.member` of any type. */
  members: ReadonlySet<string>;
  /** What ours may be in addition, by the name of the official type. */
  additions: ReadonlyMap<string, string>;
}

/** The official packages' own internals, which their types name and ours need not have. */
const INTERNAL = /^__(internal|experimental|unstable)_/;

/** Types that an app fills in rather than receives: what it wrote for the official SDK must do for ours. */
const FILLED_IN = /(Params|Props|Options|Config|Callback|Navigate|Appearance|Theme|Variables|Elements|Layout|LocalizationResource|UrlParams)$/;

/**
 * Asks the compiler, for each name that two packages export, whether ours can stand where the official
 * one is expected, or, for what an app fills in, the other way round. Type parameters without a default
 * are `any`.
 */
export function compareExports(official: string, ours: string, gaps: Gaps): Comparison {
  const header = `import * as official from '${official}';\nimport * as ours from '${ours}';\n`;
  const first = createProgram(header, gaps);
  const checker = first.getTypeChecker();
  const [officialExports, ourExports] = [exportsOf(first, checker, official), exportsOf(first, checker, ours)];
  const officialValues = valuesOf(first, checker, official);

  const shared = [...officialExports.keys()].filter((name) => ourExports.has(name)).sort();
  const lines: { name: string; text: string }[] = [];
  for (const name of shared) {
    const [theirs, own] = [officialExports.get(name), ourExports.get(name)];
    if (!theirs || !own) continue;
    for (const text of questionsAbout(name, theirs, own, officialValues.has(name))) lines.push({ name, text });
  }

  const source = `${header}declare function given<T>(): T;\n${lines.map(({ text }) => text).join('\n')}\n`;
  const second = createProgram(source, gaps, first);
  const file = second.getSourceFile(QUESTIONS);
  const firstLine = source.split('\n').length - lines.length - 1;
  const incompatible = new Map<string, string>();
  for (const diagnostic of second.getSemanticDiagnostics(file)) {
    const line = file?.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line ?? 0;
    const about = lines[line - firstLine];
    if (!about) throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'));
    if (!incompatible.has(about.name)) incompatible.set(about.name, innermost(diagnostic.messageText));
  }
  return { missing: [...officialExports.keys()].filter((name) => !ourExports.has(name)).sort(), incompatible, shared };
}

function createProgram(text: string, gaps: Gaps, old?: ts.Program): ts.Program {
  const { config } = ts.readConfigFile(`${HERE}../tsconfig.json`, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, `${HERE}..`);
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.getSourceFile = (name, ...rest) => {
    if (name === QUESTIONS) return ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true);
    const known = old?.getSourceFile(name);
    if (known) return known;
    const file = getSourceFile(name, ...rest);
    return file && name.includes('/node_modules/@clerk/') ? adapt(file, gaps) : file;
  };
  host.fileExists = (name) => name === QUESTIONS || fileExists(name);
  host.readFile = (name) => (name === QUESTIONS ? text : readFile(name));
  return ts.createProgram([QUESTIONS], options, host, old);
}

/** The same declarations, changed where `gaps` say so. */
function adapt(file: ts.SourceFile, gaps: Gaps): ts.SourceFile {
  const edits: { start: number; end: number; text: string }[] = [];
  const visit = (node: ts.Node, owner: string): void => {
    if (isMember(node)) {
      const name = node.name.getText(file);
      if (isPrivate(node)) edits.push({ start: node.getStart(file), end: node.getEnd(), text: '' });
      else if (!node.questionToken && (INTERNAL.test(name) || gaps.members.has(`${owner}.${name}`) || gaps.members.has(`*.${name}`))) {
        edits.push({ start: node.name.getEnd(), end: node.name.getEnd(), text: '?' });
      }
    }
    if (ts.isTypeAliasDeclaration(node)) {
      const more = gaps.additions.get(node.name.text);
      if (more) edits.push({ start: node.type.getStart(file), end: node.type.getStart(file), text: `${more} | ` });
    }
    const named = ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isClassDeclaration(node) ? (node.name?.text ?? owner) : owner;
    ts.forEachChild(node, (child) => visit(child, named));
  };
  visit(file, '');
  if (edits.length === 0) return file;
  let text = file.text;
  for (const edit of edits.sort((a, b) => b.start - a.start)) text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
  return ts.createSourceFile(file.fileName, text, { languageVersion: file.languageVersion, impliedNodeFormat: file.impliedNodeFormat }, true);
}

type Member = ts.PropertySignature | ts.MethodSignature | ts.PropertyDeclaration | ts.MethodDeclaration;

function isMember(node: ts.Node): node is Member {
  return ts.isPropertySignature(node) || ts.isMethodSignature(node) || ts.isPropertyDeclaration(node) || ts.isMethodDeclaration(node);
}

/** One private member, and no other class can stand where this one is expected. */
function isPrivate(node: Member): boolean {
  return ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword) === true;
}

function moduleNamed(program: ts.Program, checker: ts.TypeChecker, name: string): ts.Symbol {
  const file = program.getSourceFile(QUESTIONS);
  const declaration = file?.statements.filter(ts.isImportDeclaration).find(({ moduleSpecifier }) => ts.isStringLiteral(moduleSpecifier) && moduleSpecifier.text === name);
  const symbol = declaration && checker.getSymbolAtLocation(declaration.moduleSpecifier);
  if (!symbol) throw new Error(`${name} cannot be found.`);
  return symbol;
}

/** What is there at run time: classes may be exported as types only. */
function valuesOf(program: ts.Program, checker: ts.TypeChecker, name: string): Set<string> {
  return new Set(checker.getTypeOfSymbol(moduleNamed(program, checker, name)).getProperties().map((property) => property.name));
}

function exportsOf(program: ts.Program, checker: ts.TypeChecker, name: string): Map<string, ts.Symbol> {
  const symbol = moduleNamed(program, checker, name);
  const resolved = checker.getExportsOfModule(symbol).map((one): [string, ts.Symbol] => [one.name, one.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(one) : one]);
  return new Map(resolved);
}

function questionsAbout(name: string, official: ts.Symbol, ours: ts.Symbol, isValue: boolean): string[] {
  const questions: string[] = [];
  if (isValue) questions.push(`export const ${name}_value: typeof official.${name} = ours.${name};`);
  if (official.flags & ts.SymbolFlags.Type) {
    const [theirs, own] = [`official.${name}${typeArguments(official)}`, `ours.${name}${typeArguments(ours)}`];
    const [wanted, offered] = FILLED_IN.test(name) ? [own, theirs] : [theirs, own];
    questions.push(`export const ${name}_type: ${wanted} = given<${offered}>();`);
  }
  return questions;
}

/** As few as the declaration asks for. */
function typeArguments(symbol: ts.Symbol): string {
  for (const declaration of symbol.declarations ?? []) {
    if (!ts.isInterfaceDeclaration(declaration) && !ts.isTypeAliasDeclaration(declaration) && !ts.isClassDeclaration(declaration)) continue;
    const wanted = declaration.typeParameters?.filter((parameter) => !parameter.default) ?? [];
    return wanted.length > 0 ? `<${wanted.map(() => 'any').join(', ')}>` : '';
  }
  return '';
}

/** The message that names the property, without the way to it. */
function innermost(message: string | ts.DiagnosticMessageChain): string {
  const lines = ts.flattenDiagnosticMessageText(message, '\n').split('\n');
  return [lines[0], ...lines.slice(-2)].filter((line, index, all) => all.indexOf(line) === index).join(' … ').replaceAll(/import\("[^"]*\/([^"/]+)"[^)]*\)/g, '$1').replaceAll(/\s+/g, ' ').slice(0, 600);
}
