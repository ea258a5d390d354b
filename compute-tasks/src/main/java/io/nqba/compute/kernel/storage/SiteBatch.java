package io.nqba.compute.kernel.storage;

import io.nqba.compute.kernel.coordination.Answer;
import io.nqba.compute.kernel.coordination.Question;
import io.nqba.compute.kernel.coordination.SmoothResponse;
import java.util.List;

/**
 * The sites of one partition as subproblems of the coordination: answers questions and, at the end, tells each site its schedule. An
 * answer is a function of the sites, their order and the question. Holds workspaces: for one thread at a time.
 */
public final class SiteBatch {
    private final List<SiteProblem> sites;
    private final SiteSolver solver = new SiteSolver();
    private final SmoothedSite smoothed = new SmoothedSite();

    /** @param sites subproblems in an order that does not depend on the node, such as by id */
    public SiteBatch(List<SiteProblem> sites) {
        this.sites = List.copyOf(sites);
    }

    public int size() {
        return sites.size();
    }

    public SiteProblem site(int index) {
        return sites.get(index);
    }

    /**
     * Answers for all sites. The price is per kWh of net draw and slot; a question without rows asks for every site alone.
     *
     * @throws IllegalArgumentException if the rows are neither 0 nor the number of slots
     */
    public Answer answer(Question question) {
        int rows = question.rows();
        double[] usage = new double[rows];
        int[] active = question.active();
        SmoothResponse response = question.isSmooth() ? SmoothResponse.zero(active.length) : null;
        double[] price = question.price();
        double lagrangian = 0;
        double cost = 0;
        double violation = 0;
        for (SiteProblem site : sites) {
            requireRows(site, rows);
            lagrangian += solver.solve(site, rows == 0 ? null : price);
            SiteSchedule schedule;
            if (response == null) {
                schedule = solver.schedule(site);
            } else {
                schedule = smoothSchedule(site, price, question.smoothing());
                addResponse(site, question.smoothing(), active, response);
            }
            cost += schedule.cost() + site.violationPrice() * schedule.violationKwh();
            violation += schedule.violationKwh();
            for (int t = 0; t < rows; t++) {
                usage[t] += schedule.netKwh()[t];
            }
        }
        return new Answer(sites.size(), lagrangian, cost, violation, usage, response);
    }

    /** The schedule behind this batch's answer to {@code question}. */
    public SiteSchedule schedule(int index, Question question) {
        SiteProblem site = sites.get(index);
        requireRows(site, question.rows());
        if (question.isSmooth()) {
            return smoothSchedule(site, question.price(), question.smoothing());
        }
        solver.solve(site, question.rows() == 0 ? null : question.price());
        return solver.schedule(site);
    }

    /** The best schedule of a site that minds nobody else. */
    public SiteSchedule alone(int index) {
        SiteProblem site = sites.get(index);
        solver.solve(site, null);
        return solver.schedule(site);
    }

    private SiteSchedule smoothSchedule(SiteProblem site, double[] price, double smoothing) {
        if (!site.battery().moves()) {
            return SiteRules.noBattery(site);
        }
        smoothed.solve(site, price, smoothing);
        double[] path = new double[site.slots()];
        smoothed.writePath(path);
        return SiteSchedule.alongPath(site, path);
    }

    private void addResponse(SiteProblem site, double smoothing, int[] active, SmoothResponse sum) {
        if (site.battery().moves()) {
            smoothed.addResponse(smoothing, active, sum);
            return;
        }
        for (int a = 0; a < active.length; a++) {
            sum.usage()[a] += site.netLoadKwh()[active[a]];
        }
    }

    private static void requireRows(SiteProblem site, int rows) {
        if (rows != 0 && rows != site.slots()) {
            throw new IllegalArgumentException(
                    "The question (%d rows) must have one price per slot of the site (%d) or none."
                            .formatted(rows, site.slots()));
        }
    }
}
