package io.nqba.model.energy;

import io.nqba.model.error.FieldProblem;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of a {@link ForecastOrder}, and how good the method was on days it had not seen: each of the last days is
 * forecast from what came before it and compared with what was measured. Crosses the grid wire.
 */
public final class ForecastReport {
    private final int sites;
    private final long rows;
    private final long evaluatedRows;
    private final double loadMaeKwh;
    private final double naiveLoadMaeKwh;
    private final double solarMaeKwh;
    private final double naiveSolarMaeKwh;
    private final int refusedSites;
    private final ArrayList<FieldProblem> problems;

    /**
     * @param sites sites forecast
     * @param rows forecasts stored
     * @param evaluatedRows intervals on which the errors below were measured; 0 when there was too little history
     * @param loadMaeKwh mean absolute error of the load, kWh per interval; NaN without evaluated rows
     * @param naiveLoadMaeKwh the same for "as 24 hours before"
     * @param solarMaeKwh mean absolute error of the PV energy, kWh per interval; NaN without evaluated rows
     * @param naiveSolarMaeKwh the same for "as 24 hours before"
     * @param refusedSites sites with too little history
     * @param problems the refused sites one by one, at most 100
     */
    public ForecastReport(
            int sites,
            long rows,
            long evaluatedRows,
            double loadMaeKwh,
            double naiveLoadMaeKwh,
            double solarMaeKwh,
            double naiveSolarMaeKwh,
            int refusedSites,
            List<FieldProblem> problems) {
        this.sites = sites;
        this.rows = rows;
        this.evaluatedRows = evaluatedRows;
        this.loadMaeKwh = loadMaeKwh;
        this.naiveLoadMaeKwh = naiveLoadMaeKwh;
        this.solarMaeKwh = solarMaeKwh;
        this.naiveSolarMaeKwh = naiveSolarMaeKwh;
        this.refusedSites = refusedSites;
        this.problems = new ArrayList<>(problems);
    }

    public int sites() {
        return sites;
    }

    public long rows() {
        return rows;
    }

    public long evaluatedRows() {
        return evaluatedRows;
    }

    public double loadMaeKwh() {
        return loadMaeKwh;
    }

    public double naiveLoadMaeKwh() {
        return naiveLoadMaeKwh;
    }

    public double solarMaeKwh() {
        return solarMaeKwh;
    }

    public double naiveSolarMaeKwh() {
        return naiveSolarMaeKwh;
    }

    public int refusedSites() {
        return refusedSites;
    }

    public List<FieldProblem> problems() {
        return List.copyOf(problems);
    }

    @Override
    public String toString() {
        return "ForecastReport[sites %d, rows %d, load error %.4f against %.4f kWh]"
                .formatted(sites, rows, loadMaeKwh, naiveLoadMaeKwh);
    }
}
