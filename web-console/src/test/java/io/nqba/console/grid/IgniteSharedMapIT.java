package io.nqba.console.grid;

import io.nqba.console.store.SharedMap;
import io.nqba.console.store.SharedMapContract;
import io.nqba.console.testing.TestConsole;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.security.SignInAttempts;
import java.time.Duration;

class IgniteSharedMapIT extends SharedMapContract {
    private final SharedMap<SignInAttempts> map = IgniteSharedMap.expiring(
            TestConsole.shared().bean(GridConnection.class), CacheNames.SIGN_IN_ATTEMPTS, Duration.ofMinutes(1));

    @Override
    protected SharedMap<SignInAttempts> map() {
        return map;
    }
}
