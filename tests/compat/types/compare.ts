import { readFileSync } from 'node:fs';
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

/** What is passed over in the official declarations, by reason. */
export interface Adaptations {
  /** Members that ours need not have: `Type.member`, or `*.member` of any type. */
  members?: Record<string, string[]>;
  /** Text of the declarations, and what is read instead. */
  replacements?: Record<string, [found: string, instead: string][]>;
}

/** The official packages' own internals, which their types name and ours need not have. */
const INTERNAL = /^__(internal|unstable)_|^__experimental_(?!accountlessApplications)/;
/** Those that ours have as well, and count on. */
const OURS_TOO = /^__internal_(future|sendCaptchaToken|getOption|(open|close)Reverification)$/;

/** Types that an app fills in rather than receives: what it wrote for the official SDK must do for ours. */
const FILLED_IN = /(Params|Props|Options|Config|Callback|Navigate|Appearance|Theme|Variables|Elements|Layout|LocalizationResource|UrlParams)$/;

/**
 * Asks the compiler, for each name that two packages export, whether ours can stand where the official
 * one is expected, or, for what an app fills in, the other way round. Type parameters without a default
 * are `any`.
 */
export function compareExports(official: string, ours: string, adaptations: Adaptations): Comparison {
  const header = `import type { ComponentProps } from 'react';\nimport * as official from '${official}';\nimport * as ours from '${ours}';\n`;
  const first = createProgram(header, adaptations);
  const checker = first.getTypeChecker();
  const [officialExports, ourExports] = [exportsOf(first, checker, official), exportsOf(first, checker, ours)];
  const officialValues = valuesOf(first, checker, official);

  const shared = [...officialExports.keys()].filter((name) => ourExports.has(name)).sort();
  const lines: { name: string; text: string }[] = [];
  for (const name of shared) {
    const [theirs, own] = [officialExports.get(name), ourExports.get(name)];
    if (theirs && own) lines.push(...questionsAbout(name, theirs, own, officialValues.get(name)).map((text) => ({ name, text })));
  }

  const source = `${header}declare function given<T>(): T;\n${lines.map(({ text }) => text).join('\n')}\n`;
  const second = createProgram(source, adaptations, first);
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

/** What the compiler says against a file of ours, where the official declarations are read with the adaptations. */
export function problemsIn(path: string, adaptations: Adaptations): string[] {
  const program = createProgram(readFileSync(path, 'utf8'), adaptations);
  const file = program.getSourceFile(QUESTIONS);
  return program.getSemanticDiagnostics(file).map(({ start = 0, messageText }) => `line ${(file?.getLineAndCharacterOfPosition(start).line ?? 0) + 1}: ${innermost(messageText)}`);
}

function createProgram(text: string, adaptations: Adaptations, old?: ts.Program): ts.Program {
  const { config } = ts.readConfigFile(`${HERE}../tsconfig.json`, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, `${HERE}..`);
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.getSourceFile = (name, ...rest) => {
    if (name === QUESTIONS) return ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true);
    const known = old?.getSourceFile(name);
    if (known) return known;
    const file = getSourceFile(name, ...rest);
    return file && name.includes('/node_modules/@clerk/') ? adapt(file, adaptations) : file;
  };
  host.fileExists = (name) => name === QUESTIONS || fileExists(name);
  host.readFile = (name) => (name === QUESTIONS ? text : readFile(name));
  return ts.createProgram([QUESTIONS], options, host, old);
}

/** The same declarations, changed as the adaptations say. */
function adapt(file: ts.SourceFile, adaptations: Adaptations): ts.SourceFile {
  const edits: { start: number; end: number; text: string }[] = [];
  const optional = new Set(Object.values(adaptations.members ?? {}).flat());
  const visit = (node: ts.Node, owner: string): void => {
    if (isMember(node)) {
      const name = node.name.getText(file);
      if (isHidden(node)) edits.push({ start: node.getStart(file), end: node.getEnd(), text: '' });
      else if (INTERNAL.test(name)) edits.push({ start: node.getStart(file), end: node.getEnd(), text: `${name}${OURS_TOO.test(name) ? '' : '?'}: any;` });
      else if (!node.questionToken && (optional.has(`${owner}.${name}`) || optional.has(`*.${name}`))) {
        edits.push({ start: node.name.getEnd(), end: node.name.getEnd(), text: '?' });
      }
    }
    const named = ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isClassDeclaration(node) ? (node.name?.text ?? owner) : owner;
    ts.forEachChild(node, (child) => visit(child, named));
  };
  visit(file, '');
  for (const [found, text] of Object.values(adaptations.replacements ?? {}).flat()) {
    for (let start = file.text.indexOf(found); start >= 0; start = file.text.indexOf(found, start + found.length)) {
      edits.push({ start, end: start + found.length, text });
    }
  }
  if (edits.length === 0) return file;
  let text = file.text;
  for (const edit of edits.sort((a, b) => b.start - a.start)) text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
  return ts.createSourceFile(file.fileName, text, { languageVersion: file.languageVersion, impliedNodeFormat: file.impliedNodeFormat }, true);
}

type Member = ts.PropertySignature | ts.MethodSignature | ts.PropertyDeclaration | ts.MethodDeclaration;

function isMember(node: ts.Node): node is Member {
  return ts.isPropertySignature(node) || ts.isMethodSignature(node) || ts.isPropertyDeclaration(node) || ts.isMethodDeclaration(node);
}

/** One hidden member, and no other class can stand where this one is expected. */
function isHidden(node: Member): boolean {
  if (ts.isPrivateIdentifier(node.name)) return true;
  const hiding = [ts.SyntaxKind.PrivateKeyword, ts.SyntaxKind.ProtectedKeyword];
  return ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => hiding.includes(kind)) === true;
}

function moduleNamed(program: ts.Program, checker: ts.TypeChecker, name: string): ts.Symbol {
  const file = program.getSourceFile(QUESTIONS);
  const declaration = file?.statements.filter(ts.isImportDeclaration).find(({ moduleSpecifier }) => ts.isStringLiteral(moduleSpecifier) && moduleSpecifier.text === name);
  const symbol = declaration && checker.getSymbolAtLocation(declaration.moduleSpecifier);
  if (!symbol) throw new Error(`${name} cannot be found.`);
  return symbol;
}

/** What is there at run time, which of a class may be nothing: it can be exported as a type only. */
function valuesOf(program: ts.Program, checker: ts.TypeChecker, name: string): Map<string, ts.Type> {
  const properties = checker.getTypeOfSymbol(moduleNamed(program, checker, name)).getProperties();
  return new Map(properties.map((property) => [property.name, checker.getTypeOfSymbol(property)]));
}

function exportsOf(program: ts.Program, checker: ts.TypeChecker, name: string): Map<string, ts.Symbol> {
  const symbol = moduleNamed(program, checker, name);
  const resolved = checker.getExportsOfModule(symbol).map((one): [string, ts.Symbol] => [one.name, one.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(one) : one]);
  return new Map(resolved);
}

function questionsAbout(name: string, official: ts.Symbol, ours: ts.Symbol, value: ts.Type | undefined): string[] {
  const questions: string[] = [];
  if (value && isComponent(name, value)) {
    // What a component draws is React's business; what it takes, and has beside it, is the app's.
    questions.push(`export const ${name}_props: ComponentProps<typeof ours.${name}> = given<ComponentProps<typeof official.${name}>>();`);
    questions.push(`export const ${name}_parts: keyof typeof ours.${name} = given<Exclude<keyof typeof official.${name}, 'displayName' | 'propTypes' | 'contextTypes' | 'defaultProps' | \`__\${string}\`>>();`);
  } else if (value) {
    questions.push(`export const ${name}_value: typeof official.${name} = ours.${name};`);
  }
  if (official.flags & ts.SymbolFlags.Type) {
    const [theirs, own] = [`official.${name}${typeArguments(official)}`, `ours.${name}${typeArguments(ours)}`];
    const [wanted, offered] = FILLED_IN.test(name) ? [own, theirs] : [theirs, own];
    questions.push(`export const ${name}_type: ${wanted} = given<${offered}>();`);
  }
  return questions;
}

function isComponent(name: string, value: ts.Type): boolean {
  return /^[A-Z]/.test(name) && (value.getCallSignatures().length > 0 || value.getProperty('propTypes') !== undefined || value.isUnion());
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

/** The properties on the way to what does not fit, and why it does not. */
function innermost(message: string | ts.DiagnosticMessageChain): string {
  const text = ts.flattenDiagnosticMessageText(message, '\n');
  const way = [...text.matchAll(/(?:property|of) '([\w$.()]+)' (?:are|is) incompatible|The types (?:of|returned by) '([^']+)'/g)].map(([, one, more]) => one ?? more);
  const last = text.split('\n').at(-1)?.trim() ?? '';
  return `${way.join(' › ')}${way.length > 0 ? ': ' : ''}${last}`.replaceAll(/import\("[^"]*\/([^"/]+)"[^)]*\)/g, '$1').slice(0, 500);
}
