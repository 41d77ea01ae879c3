import {
  type ComponentChildren,
  type ComponentType,
  createElement,
  Fragment,
  type VNode,
} from '../../../vendor/preact/preact.mjs';

/**
 * The JSX factory of this page: preact's `createElement`, but without text nodes that preact
 * updates later.
 *
 * A browser's translation replaces each text node with two `font` elements; preact would keep
 * writing to the detached node, and the page would show old numbers. An element whose children are
 * all text therefore gets them as its `textContent`, which replaces whatever is in it, and a text
 * beside other children gets a `span`. Delete this once preact updates texts through their parents.
 */
export function h(type: Type, props: Props | null, ...children: ComponentChildren[]): VNode<Props> {
  if (type !== Fragment && typeof type !== 'string') return createElement(type, props, ...children);
  const isElement = typeof type === 'string';
  if (isElement && children.some(isText) && children.every(isTextOrEmpty)) {
    return createElement<Props>(type, { ...props, textContent: children.filter(isText).join('') });
  }
  return createElement(type, props, ...children.map(wrapText));
}

export declare namespace h {
  /** @public The compiler looks up the JSX types in the factory's namespace. */
  export import JSX = createElement.JSX;
}

export { Fragment };

type Props = Readonly<Record<string, unknown>>;
type Type = string | ComponentType<Props>;

const isText = (child: ComponentChildren): child is string | number =>
  typeof child === 'string' || typeof child === 'number';

const isTextOrEmpty = (child: ComponentChildren): boolean =>
  isText(child) || child === null || child === undefined || typeof child === 'boolean';

const wrapText = (child: ComponentChildren): ComponentChildren => {
  if (Array.isArray(child)) return child.map(wrapText);
  return isText(child) && child !== '' ? createElement('span', { textContent: child }) : child;
};
