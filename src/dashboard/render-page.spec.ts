import { expect, it } from '@jest/globals';
import { renderPage } from './render-page.js';

const TEMPLATE =
  '<title>{{ title }}</title><meta name="a" content="{{ title }}"><meta name="l" content="{{ ledger }}">';

it.each`
  title              | hasLedger | page
  ${undefined}       | ${false}  | ${'<title>Credit Usage Dashboard</title><meta name="a" content="Credit Usage Dashboard"><meta name="l" content="off">'}
  ${'Acme LLP'}      | ${true}   | ${'<title>Acme LLP</title><meta name="a" content="Acme LLP"><meta name="l" content="on">'}
  ${`"><b>'&$&</b>`} | ${true}   | ${'<title>&#34;&#62;&#60;b&#62;&#39;&#38;$&#38;&#60;/b&#62;</title><meta name="a" content="&#34;&#62;&#60;b&#62;&#39;&#38;$&#38;&#60;/b&#62;"><meta name="l" content="on">'}
`('writes the title as text, never as HTML: $title', ({ title, hasLedger, page }) => {
  expect(renderPage(TEMPLATE, { title: title as string | undefined, hasLedger: hasLedger as boolean })).toBe(page);
});
