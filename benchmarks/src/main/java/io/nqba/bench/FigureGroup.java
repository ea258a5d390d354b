package io.nqba.bench;

/** Figures that are measured together, such as those of one kernel. Each checks its own result before it reports a time. */
public interface FigureGroup {
    /** Short name for {@code --only}, such as {@code kernel}. */
    String name();

    /**
     * Measures and writes each figure as soon as it is known.
     *
     * @throws Exception whatever stops this group; the other groups still run
     */
    void measure(BenchContext context, Figures figures) throws Exception;
}
