// Finds calls that are given a text with a deprecated path, and renames the path when it may write.
const PATH = /customer\/kyc\/|document\/(?:generate|upload)/;
const MOVED = [
  ['/document/generate', '/akepa/document/generate'],
  ['/document/upload', '/akepa/document/upload'],
];

module.exports = function transform({ source, path }, { jscodeshift: j, report }, { rename }) {
  const root = j(source);
  let isChanged = false;
  root.find(j.CallExpression).forEach((call) => {
    const texts = j(call)
      .find(j.StringLiteral)
      .filter(({ node }) => PATH.test(node.value));
    const templates = j(call)
      .find(j.TemplateElement)
      .filter(({ node }) => PATH.test(node.value.raw));
    if (texts.length + templates.length === 0) return;
    report(`${path}:${call.node.loc.start.line}`);
    if (!rename) return;
    texts.forEach(({ node }) => {
      for (const [from, to] of MOVED) {
        if (node.value.includes(to) || !node.value.includes(from)) continue;
        node.value = node.value.replace(from, to);
        isChanged = true;
      }
    });
  });
  return isChanged ? root.toSource() : undefined;
};
module.exports.parser = 'tsx';
