exports.typeOf = () => 'license';
