package io.nqba.console.store;

import io.nqba.model.security.SignInAttempts;

class InMemorySharedMapTest extends SharedMapContract {
    private final InMemorySharedMap<SignInAttempts> map = new InMemorySharedMap<>();

    @Override
    protected SharedMap<SignInAttempts> map() {
        return map;
    }
}
