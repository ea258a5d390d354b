package io.nqba.model.sales;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is known about the quality of a scoring model. Crosses the grid wire. */
public final class ModelCard {
    /** Nothing measured yet. */
    public static final ModelCard NONE =
            new ModelCard(new String[0], new double[0], new double[0], new double[0], new String[0]);

    private final String[] figureNames;

    private final double[] figures;

    private final double[] calibrationPredicted;

    private final double[] calibrationObserved;

    private final String[] findings;

    /**
     * @param figureNames names of the figures, such as {@code time_split_auc}
     * @param figures the figures in that order
     * @param calibrationPredicted mean predicted probability of each step of the calibration curve
     * @param calibrationObserved share won in that step
     * @param findings what a reader should know, in words, such as a feature that leaks
     * @throws IllegalArgumentException if a value is outside its range; the text names it
     */
    public ModelCard(
            String[] figureNames,
            double[] figures,
            double[] calibrationPredicted,
            double[] calibrationObserved,
            String[] findings) {
        this.figureNames = figureNames.clone();
        this.figures = figures.clone();
        this.calibrationPredicted = calibrationPredicted.clone();
        this.calibrationObserved = calibrationObserved.clone();
        this.findings = findings.clone();
        if (figures.length != figureNames.length) {
            throw new IllegalArgumentException("The figures (%d) and their names (%d) must be equally many."
                    .formatted(figures.length, figureNames.length));
        }
    }

    public String[] figureNames() {
        return figureNames.clone();
    }

    public double[] figures() {
        return figures.clone();
    }

    public double[] calibrationPredicted() {
        return calibrationPredicted.clone();
    }

    public double[] calibrationObserved() {
        return calibrationObserved.clone();
    }

    public String[] findings() {
        return findings.clone();
    }

    /** Returns a figure by its name, NaN when it was not measured. */
    public double figure(String name) {
        int index = Arrays.asList(figureNames).indexOf(name);
        return index < 0 ? Double.NaN : figures[index];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ModelCard that
                && Arrays.equals(figureNames, that.figureNames)
                && Arrays.equals(figures, that.figures)
                && Arrays.equals(calibrationPredicted, that.calibrationPredicted)
                && Arrays.equals(calibrationObserved, that.calibrationObserved)
                && Arrays.equals(findings, that.findings);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                Arrays.hashCode(figureNames),
                Arrays.hashCode(figures),
                Arrays.hashCode(calibrationPredicted),
                Arrays.hashCode(calibrationObserved),
                Arrays.hashCode(findings));
    }

    @Override
    public String toString() {
        return "ModelCard[%s]".formatted(figureNames.length);
    }
}
