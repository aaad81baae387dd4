import { cssBody } from '../appearance/style-object.ts';
import type { StyleObject } from '../appearance/types.ts';
import shield from './shield.css' with { type: 'text' };

/**
 * The style sheets of one document or shadow root. Constructed sheets need no `<style>` element, so a content security
 * policy without 'unsafe-inline' is fine.
 *
 * Everything sits in one cascade layer, so any rule of the page about a `cl-` class wins. Rules about bare elements
 * (`button {}`, `* {}`) would win too; the shield, the only unlayered rule, undoes those.
 */
export class Sheets {
  readonly #root: Document | ShadowRoot;
  readonly #adopted = new Set<string>();
  readonly #styleClasses = new Map<string, string>();
  #overrides: CSSStyleSheet | undefined;

  private constructor(root: Document | ShadowRoot) {
    this.#root = root;
  }

  static readonly #all = new WeakMap<Node, Sheets>();

  /** The sheets of the document or shadow root that holds `node`. */
  static of(node: Node): Sheets {
    const root = node.getRootNode();
    const home = 'adoptedStyleSheets' in root ? (root as Document | ShadowRoot) : (node.ownerDocument ?? document);
    let sheets = Sheets.#all.get(home);
    if (!sheets) Sheets.#all.set(home, (sheets = new Sheets(home)));
    return sheets;
  }

  /** Adds style sheets to the layer, each once. */
  adopt(layer: string, texts: readonly string[]): void {
    this.#add(`@layer ${layer}.base, ${layer}.overrides;`);
    for (const text of texts) this.#add(`@layer ${layer}.base{${text}}`);
    this.#add(shield);
  }

  /** Answers the class that carries this style object, writing its rule on first use. */
  classForStyle(layer: string, style: StyleObject): string {
    const body = cssBody(style);
    const known = this.#styleClasses.get(layer + body);
    if (known) return known;
    const name = `cl-internal-${this.#styleClasses.size + 1}`;
    this.#styleClasses.set(layer + body, name);
    this.#overrides ??= this.#add('');
    this.#overrides?.insertRule(`@layer ${layer}.overrides{.${name}{${body}}}`, this.#overrides.cssRules.length);
    return name;
  }

  #add(text: string): CSSStyleSheet | undefined {
    if (text && this.#adopted.has(text)) return undefined;
    this.#adopted.add(text);
    // A sheet must be constructed by the window whose document adopts it (think of frames).
    const view = ('defaultView' in this.#root ? this.#root : this.#root.ownerDocument).defaultView ?? window;
    const sheet: CSSStyleSheet = new view.CSSStyleSheet();
    sheet.replaceSync(text);
    this.#root.adoptedStyleSheets = [...this.#root.adoptedStyleSheets, sheet];
    return sheet;
  }
}
