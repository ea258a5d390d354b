package io.nqba.model.optimisation;

/** The business units that share the grid. */
public enum BusinessUnit {
    FLYFOX,
    GOLIATH,
    SIGMA
}
