package io.nqba.compute.optimisation.format;

/** How a problem is written down; {@code docs/formats.md} has an example of each. */
public enum ProblemFormat {
    /** What dimod's {@code BinaryQuadraticModel.to_serializable} gives, as JSON. */
    DIMOD_JSON,
    /** Our own JSON: scalars, linear terms, and one triple per coupling. */
    COO_JSON,
    /** OR-Library's bqp text: a QUBO to be maximised, alone or in a numbered collection. */
    OR_LIBRARY,
    /** Text of rudy and Gset: a graph for a maximal cut. */
    RUDY,
    /** qbsolv's {@code .qubo} text: a QUBO to be minimised. */
    QBSOLV
}
