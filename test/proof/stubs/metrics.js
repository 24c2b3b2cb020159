exports.count = () => undefined;
