// What stands around a client in its framework: an injector, a store.

/** Angular's HttpClient, out of an injector. */
export async function angularHttp() {
  await import('@angular/compiler');
  const { createEnvironmentInjector, Injector, provideZonelessChangeDetection, ɵINJECTOR_SCOPE } =
    await import('@angular/core');
  const { HttpClient, provideHttpClient, withFetch } = await import('@angular/common/http');
  const root = { provide: ɵINJECTOR_SCOPE, useValue: 'root' };
  const providers = [root, provideZonelessChangeDetection(), provideHttpClient(withFetch())];
  return createEnvironmentInjector(providers, Injector.NULL).get(HttpClient);
}

/** Runs an endpoint of RTK Query in a store of its own. */
export async function rtkEndpoint(api, name, argument) {
  const { configureStore } = await import('@reduxjs/toolkit');
  const store = configureStore({
    reducer: { [api.reducerPath]: api.reducer },
    middleware: (defaults) =>
      defaults({ serializableCheck: false, immutableCheck: false }).concat(api.middleware),
  });
  return store.dispatch(api.endpoints[name].initiate(argument)).unwrap();
}
