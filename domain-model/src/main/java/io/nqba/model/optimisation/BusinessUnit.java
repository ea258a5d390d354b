package io.nqba.model.optimisation;

/** The business units that share the grid. */
public enum BusinessUnit {
    FLYFOX,
    GOLIATH,
    SIGMA,
    /** Work that belongs to no single unit, such as problems handed in by batch jobs. */
    PLATFORM
}
