package io.nqba.model.security;

/** What an account is for; what each role may do stands in docs/security.md and is tested role by role. */
public enum Role {
    /** Decides: reads everything, starts and cancels runs. */
    COUNCIL,
    /** Keeps the grid running: everything of the council, readings, demand response, diagnostics. */
    OPERATOR,
    /** Looks closely: reads energy data and runs, starts and cancels runs. */
    ANALYST,
    /** A program: the API only, no pages. */
    SERVICE
}
