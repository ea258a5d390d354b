package io.nqba.console.finance;

import io.nqba.model.finance.RiskScope;

/** A book or portfolio whose risk can be measured. */
public record SubjectView(RiskScope scope, String id, String name) {}
