import {
  type ComponentChildren,
  type ComponentType,
  createElement,
  Fragment,
  type VNode,
} from '../../../vendor/preact/preact.mjs';

/**
 * The `h` of JSX, with no text node that preact would have to find again. A browser's translation replaces each text node by
 * two `font` elements: preact would go on writing into the node that is no longer there, and old numbers would stay. Here an
 * element whose children are all text has them as its `textContent`, which replaces whatever is in it; a text beside
 * other children gets a `span` of its own. To be dropped once preact writes texts through their parents.
 */
export function h(type: Type, props: Props | null, ...children: ComponentChildren[]): VNode<Props> {
  if (type !== Fragment && typeof type !== 'string') return createElement(type, props, ...children);
  const isElement = typeof type === 'string';
  if (isElement && children.some(isText) && children.every(isTextOrNothing)) {
    return createElement<Props>(type, { ...props, textContent: children.filter(isText).join('') });
  }
  return createElement(type, props, ...children.map(inSpans));
}

export declare namespace h {
  /** @public What the compiler looks up beside the factory. */
  export import JSX = createElement.JSX;
}

export { Fragment };

type Props = Readonly<Record<string, unknown>>;
type Type = string | ComponentType<Props>;

const isText = (child: ComponentChildren): child is string | number =>
  typeof child === 'string' || typeof child === 'number';

const isTextOrNothing = (child: ComponentChildren): boolean =>
  isText(child) || child === null || child === undefined || typeof child === 'boolean';

const inSpans = (child: ComponentChildren): ComponentChildren => {
  if (Array.isArray(child)) return child.map(inSpans);
  return isText(child) && child !== '' ? createElement('span', { textContent: child }) : child;
};
