import { registerHooks } from 'node:module';

// The commands stand beside pages, which name Next's modules as its bundler finds them.
registerHooks({
  resolve: (name, context, next) => next(/^next\/\w+$/.test(name) ? `${name}.js` : name, context),
});
await import('#bench/lib/fuzz/fuzz-portal.ts');
