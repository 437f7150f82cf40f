/** The rules of this house that no ready-made linter knows: how a file opens, and that an exported function says why it exists. */

const isDoc = (comment) => comment?.type === 'Block' && comment.value.startsWith('*');

const fileOpensWithDoc = {
  meta: { type: 'suggestion', schema: [] },
  create: (context) => ({
    Program(program) {
      const first = context.sourceCode.getAllComments().find((comment) => comment.type !== 'Shebang');
      const opens = isDoc(first) && (program.body.length === 0 || first.range[1] <= program.body[0].range[0]);
      if (!opens)
        context.report({ loc: { line: 1, column: 0 }, message: 'Open the file with one sentence in /** … */.' });
    },
  }),
};

/** The comment directly above the statement, unless it is the one that opens the file. */
function docOf(sourceCode, statement) {
  const [last, ...rest] = sourceCode.getCommentsBefore(statement).reverse();
  const opensTheFile = rest.length === 0 && sourceCode.ast.body[0] === statement;
  return isDoc(last) && !opensTheFile ? last : undefined;
}

const exportedFunctionHasDoc = {
  meta: { type: 'suggestion', schema: [] },
  create: (context) => ({
    'Program > ExportNamedDeclaration > FunctionDeclaration'(declaration) {
      const exported = declaration.parent;
      const siblings = context.sourceCode.ast.body;
      // The overloads of a function share the comment of the first.
      const before = siblings[siblings.indexOf(exported) - 1];
      if (before?.declaration?.type === 'TSDeclareFunction' && before.declaration.id.name === declaration.id.name)
        return;
      if (docOf(context.sourceCode, exported) === undefined)
        context.report({ node: declaration.id, message: 'Say in /** … */ why this exported function exists.' });
    },
  }),
};

export const houseRules = {
  rules: { 'file-opens-with-doc': fileOpensWithDoc, 'exported-function-has-doc': exportedFunctionHasDoc },
};
