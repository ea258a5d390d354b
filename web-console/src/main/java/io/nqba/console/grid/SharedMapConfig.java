package io.nqba.console.grid;

import io.nqba.console.store.SharedMap;
import io.nqba.model.audit.AuditEntry;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.grid.CommandReply;
import io.nqba.model.security.ConsoleSession;
import io.nqba.model.security.PlatformSecret;
import io.nqba.model.security.SignInAttempts;
import io.nqba.model.security.UserAccount;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The maps that consoles share, and how long their entries stay. */
@Configuration(proxyBeanMethods = false)
class SharedMapConfig {
    /** Longer than any session may last; the session itself says when it ends. */
    private static final Duration SESSION = Duration.ofHours(13);

    private static final Duration DAY = Duration.ofDays(1);

    @Bean
    SharedMap<UserAccount> accounts(GridConnection grid) {
        return IgniteSharedMap.lasting(grid, CacheNames.USER_ACCOUNT);
    }

    @Bean
    SharedMap<ConsoleSession> sessions(GridConnection grid) {
        return IgniteSharedMap.expiring(grid, CacheNames.CONSOLE_SESSION, SESSION);
    }

    @Bean
    SharedMap<SignInAttempts> attempts(GridConnection grid) {
        return IgniteSharedMap.expiring(grid, CacheNames.SIGN_IN_ATTEMPTS, DAY);
    }

    @Bean
    SharedMap<PlatformSecret> secrets(GridConnection grid) {
        return IgniteSharedMap.lasting(grid, CacheNames.PLATFORM_SECRET);
    }

    @Bean
    SharedMap<CommandReply> replies(GridConnection grid) {
        return IgniteSharedMap.expiring(grid, CacheNames.COMMAND_REPLY, DAY);
    }

    @Bean
    SharedMap<AuditEntry> audit(GridConnection grid) {
        return IgniteSharedMap.lasting(grid, CacheNames.AUDIT_ENTRY);
    }
}
