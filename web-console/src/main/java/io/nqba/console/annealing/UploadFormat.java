package io.nqba.console.annealing;

/** How a problem that comes in is written down. The names are those that the nodes know. */
public enum UploadFormat {
    /** dimod's binary quadratic model as JSON. */
    DIMOD_JSON,
    /** Our own JSON: scalars, linear terms, one triple per coupling. */
    COO_JSON,
    /** OR-Library's bqp text, alone or in a numbered collection. */
    OR_LIBRARY,
    /** Text of rudy and Gset: a graph for a maximal cut. */
    RUDY,
    /** qbsolv's text. */
    QBSOLV
}
