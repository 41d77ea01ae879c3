import ts from 'typescript';

/** Names that amounts of credits go by in this code, as variables and as fields. */
const AMOUNT =
  /^(amount|baseline|bonus|candidate|cost|creditCost|credit_cost|credits|credits_used|difference|min_credits|minimum|price|rate|running_total|subtotal|total)$/;

const ROUNDING = /^(Math\.(ceil|floor|fround|round|trunc)|(Number\.)?parseFloat)$|\.(toFixed|toPrecision)$/;

/** A truth value, not an amount, comes out of these. */
const IS_TRUTH = /^(isLess|Boolean)$/;

const ARITHMETIC: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.MinusToken,
  ts.SyntaxKind.AsteriskToken,
  ts.SyntaxKind.AsteriskAsteriskToken,
  ts.SyntaxKind.SlashToken,
  ts.SyntaxKind.PercentToken,
  ts.SyntaxKind.PlusEqualsToken,
  ts.SyntaxKind.MinusEqualsToken,
  ts.SyntaxKind.AsteriskEqualsToken,
  ts.SyntaxKind.SlashEqualsToken,
  ts.SyntaxKind.PercentEqualsToken,
  ts.SyntaxKind.PlusPlusToken,
  ts.SyntaxKind.MinusMinusToken,
]);

/**
 * The expressions in a source file that would put an amount of credits through binary floating point: rounding and parsing of
 * floats, of anything; `Number(…)` and arithmetic of what goes by the name of an amount. It reads the syntax, not the types:
 * an amount under another name (`reduce((a, b) => a + b)`) passes.
 */
export const floatsIn = (source: string): string[] => {
  const file = ts.createSourceFile('scanned.ts', source, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isFloat(node)) found.push(node.getText());
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
};

const isFloat = (node: ts.Node): boolean => {
  if (ts.isCallExpression(node)) {
    const called = node.expression.getText();
    return ROUNDING.test(called) || (called === 'Number' && node.arguments.some(mentionsAmount));
  }
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    return ARITHMETIC.has(node.operator) && isAmount(node.operand);
  }
  return ts.isBinaryExpression(node) && ARITHMETIC.has(node.operatorToken.kind) && isArithmeticOfAmount(node);
};

const isArithmeticOfAmount = ({ left, right }: ts.BinaryExpression): boolean =>
  (isAmount(left) || isAmount(right)) && !ts.isStringLiteralLike(left) && !ts.isStringLiteralLike(right);

const isAmount = (node: ts.Node): boolean => {
  if (ts.isIdentifier(node)) return AMOUNT.test(node.text);
  if (ts.isPropertyAccessExpression(node)) return AMOUNT.test(node.name.text);
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return isAmount(node.expression);
  return false;
};

const mentionsAmount = (node: ts.Node): boolean => {
  if (ts.isCallExpression(node) && IS_TRUTH.test(node.expression.getText())) return false;
  return isAmount(node) || ts.forEachChild(node, (child) => mentionsAmount(child) || undefined) === true;
};
