exports.activate = context => context.secrets;
