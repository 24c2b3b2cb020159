// What the configs of the samples import: whoever runs the sample knows the application.
let references = 0;
exports.applicationOf = async () => process.env.CONNECTFI_APPLICATION_ID;
exports.newReference = () => `reference${++references}`;
exports.keep = () => undefined;
