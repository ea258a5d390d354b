package io.nqba.compute.optimisation;

/** Where a run stands, in the words of its engine: what another coordinator goes on from. Crosses the grid wire; no record. */
public interface RunMemory {}
