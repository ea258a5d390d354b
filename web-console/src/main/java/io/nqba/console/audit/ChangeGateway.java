package io.nqba.console.audit;

import reactor.core.publisher.Mono;

/** Looks up in the audit who changed what. Nothing here blocks. */
public interface ChangeGateway {
    /**
     * Returns who changed something last; empty when the audit knows of nobody, as for what was imported or made by a program.
     *
     * @param subject what was changed, such as the id of a lead
     * @param action how the actions begin that count, such as {@code lead.}
     */
    Mono<LastChange> last(String subject, String action);
}
